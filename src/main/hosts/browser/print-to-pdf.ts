import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'

/** Prints a page with an installed browser that shows no window and keeps nothing. */
export async function printToPdf(address: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const browser = findBrowser()
  if (!browser) return null
  const folder = await mkdtemp(join(tmpdir(), 'galley-print-'))
  try {
    const file = join(folder, 'page.pdf')
    await run(
      browser,
      [
        '--headless',
        '--disable-gpu',
        '--no-first-run',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${file}`,
        // Chromium's sandbox does not work for root, and it then refuses to start.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        address,
      ],
      signal,
    )
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const run = (command: string, args: readonly string[], signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', signal })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    )
  })

import { spawn } from 'node:child_process'
import { findBrowser } from './find-browser.ts'

/** Shows the address in a window of its own, with an installed browser of Chromium's kind; false where there is none. */
export async function openWindow(url: string, profileFolder: string): Promise<boolean> {
  if (!hasDisplay()) return false
  const browser = findBrowser()
  if (!browser) return false
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
  ]
  // Chromium's sandbox does not work for root, and it then refuses to start.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const child = spawn(browser, args, { stdio: 'ignore', detached: true })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

export const hasDisplay = (env = process.env, platform = process.platform): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

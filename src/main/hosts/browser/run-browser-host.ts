import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Platform } from '../../core/platform.ts'
import { defaultLibraryFolder } from '../common/default-library-folder.ts'
import type { Program } from '../common/program.ts'
import { startProblem } from '../common/start-problem.ts'
import { hasDisplay, openWindow } from './open-window.ts'
import { type BrowserHostOptions, readOptions, usage } from './options.ts'
import { startBrowserHost } from './start-browser-host.ts'

/** The whole life of the program, from its arguments to its exit code. `platform`: for tests, in place of the machine's. */
export async function runBrowserHost(
  program: Program,
  args: readonly string[],
  platform: Partial<Platform> = {},
): Promise<void> {
  let options: BrowserHostOptions | 'help'
  try {
    options = readOptions(args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
    return
  }
  if (options === 'help') {
    console.log(usage)
    return
  }
  const { libraryFolder, open } = options
  const host = await startBrowserHost(program, options, platform).catch((error) => {
    const problem = startProblem(error, libraryFolder)
    if (!problem) throw error
    console.error(problem)
    return null
  })
  if (!host) {
    process.exit(1)
  }

  const show = async () => {
    const address = host.issueAddress()
    const profile = join(defaultLibraryFolder(), '..', 'window')
    if (open && (await openWindow(address, profile)))
      console.log('Galley is open. Enter: another window. Ctrl+C: end.')
    else console.log(`Galley is at ${address}`)
  }
  await show()
  if (!open || !hasDisplay()) console.log('The address works once. Enter: a new one. Ctrl+C: end.')

  const terminal = createInterface({ input: process.stdin })
  terminal.on('line', () => void show())
  let ending = false
  const end = () => {
    if (ending) process.exit(130)
    ending = true
    terminal.close()
    host.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  terminal.on('SIGINT', end)
}

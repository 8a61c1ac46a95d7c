import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import type { Platform } from '../../core/platform.ts'
import { systemClock } from '../../core/system-clock.ts'
import { printToPdf } from './print-to-pdf.ts'

type Given = Pick<
  Platform,
  'version' | 'libraryFolder' | 'resourcesFolder' | 'mediaBase' | 'previewBase' | 'logger'
>

/** The machine as a plain Node program reaches it. The window is a browser's: it has no dialogs of ours. */
export const createNodePlatform = (given: Given): Platform => ({
  ...given,
  host: 'browser',
  clock: systemClock,
  dialogs: null,
  printToPdf,
  openExternal: (url) => run(...opener(url)),
  revealFile: (path) => run(...opener(process.platform === 'linux' ? dirname(path) : path, true)),
  notify() {},
})

function opener(what: string, reveal = false): [command: string, args: string[]] {
  if (process.platform === 'darwin') return ['open', reveal ? ['-R', what] : [what]]
  if (process.platform === 'win32')
    return reveal
      ? ['explorer.exe', [`/select,${what}`]]
      : ['rundll32.exe', ['url.dll,FileProtocolHandler', what]]
  return ['xdg-open', [what]]
}

const run = (command: string, args: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })

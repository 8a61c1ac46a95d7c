import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { electronProblem } from './electron-runtime.ts'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'out/renderer/index.html')

/** Builds when a source is newer than what was built, so that the specs never see yesterday's program. */
export default function globalSetup(): void {
  const problem = electronProblem()
  if (problem) console.log(`skipped: the same specs on Electron, because ${problem}`)
  if (process.env.GALLEY_BUILT || isFresh()) return
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`)
}

function isFresh(): boolean {
  const at = statSync(built, { throwIfNoEntry: false })?.mtimeMs
  if (at === undefined) return false
  const sources = globSync(
    ['src/{renderer,shared,preload,main}/**/*.{ts,tsx,css,html}', 'package-lock.json'],
    { cwd: root },
  )
  return sources.every((source) => statSync(join(root, source)).mtimeMs <= at)
}

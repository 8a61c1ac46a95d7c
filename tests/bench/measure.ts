import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs a script of this folder in a process of its own and reads the one JSON object that it prints. */
export function measure<T>(script: string, ...args: string[]): T & { wholeProcessMs: number } {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  const wholeProcessMs = performance.now() - started
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`)
  return { ...(JSON.parse(stdout) as T), wholeProcessMs }
}

/** Highest resident memory of this process so far, in bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024

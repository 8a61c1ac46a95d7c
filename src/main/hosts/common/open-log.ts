import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { makeFolder } from '../../core/create-core.ts'

const largestLog = 5_000_000

/** Log lines go to `<library>/logs/galley.log`; a long one becomes galley.1.log at the next start. */
export function openLog(libraryFolder: string): Logger {
  const folder = join(libraryFolder, 'logs')
  makeFolder(folder)
  const file = join(folder, 'galley.log')
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(file, join(folder, 'galley.1.log'))
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: file, sync: true }),
  )
}

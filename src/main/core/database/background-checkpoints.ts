import type { Worker } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import { startWorker } from '../start-worker.ts'

/** Pages. By default every thousandth page brings the whole log into the database within somebody's save. */
const ordinary = 1000

/** Pages. A log of which all is in the database begins anew by itself, which is to happen before it is this long. */
export const longLog = 12_000
/** Pages. A longer one is made to begin anew, for which saves wait. */
export const tooLongLog = 16_000

/**
 * Pages of the write-ahead log, and how many of them are not in the database yet. Whoever writes much that can wait
 * should do so by this: a log of which all is in begins anew by itself; while a copy of the library is made, nothing
 * gets in that was written since it began.
 */
export function logPages(db: Database): { pages: number; ahead: number } {
  const [state] = db.pragma('wal_checkpoint(NOOP)') as [{ log: number; checkpointed: number }]
  return { pages: state.log, ahead: state.log - state.checkpointed }
}

/**
 * Brings what saves have written ahead onto the disk, and into the database, from a thread of its own, so that no save
 * waits for the disk. A save is in the system's hands when it is answered, which outlives the program; a failure of
 * the power costs the last half a second of saves at most, and never a part of one.
 */
export function createBackgroundCheckpoints(db: Database, folder: string, logger: Logger) {
  let worker: Worker | undefined
  const everySaveSyncs = () => {
    db.pragma('synchronous = FULL')
    db.pragma(`wal_autocheckpoint = ${ordinary}`)
  }
  return {
    start(): void {
      worker = startWorker('checkpoint', {
        workerData: folder,
        resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
      })
      worker.unref()
      worker.once('error', (error) => {
        logger.warn({ err: error }, 'checkpoints fall to the saves again')
        worker = undefined
        if (db.open) everySaveSyncs()
      })
      db.pragma('synchronous = NORMAL')
      // Not even as a backstop: after a copy of the library, the next save would bring in all that came meanwhile.
      db.pragma('wal_autocheckpoint = 0')
    },
    async stop(): Promise<void> {
      if (!worker) return
      const ended = new Promise<void>((done) => worker?.once('exit', () => done()))
      worker.ref()
      worker.postMessage('stop')
      worker = undefined
      await ended
      everySaveSyncs()
    },
  }
}

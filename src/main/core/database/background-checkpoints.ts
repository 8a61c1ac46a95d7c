import type { Worker } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import { startWorker } from '../start-worker.ts'

/** Pages. By default every thousandth page brings the whole log into the database within somebody's save. */
const backstop = 16_000
const ordinary = 1000

/** Brings what saves have written ahead into the database from a thread of its own, so that no save waits for it. */
export function createBackgroundCheckpoints(db: Database, folder: string, logger: Logger) {
  let worker: Worker | undefined
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
        if (db.open) db.pragma(`wal_autocheckpoint = ${ordinary}`)
      })
      db.pragma(`wal_autocheckpoint = ${backstop}`)
    },
    async stop(): Promise<void> {
      if (!worker) return
      const ended = new Promise<void>((done) => worker?.once('exit', () => done()))
      worker.ref()
      worker.postMessage('stop')
      worker = undefined
      await ended
    },
  }
}

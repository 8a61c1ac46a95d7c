import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { longLog, tooLongLog } from '../database/background-checkpoints.ts'
import { databaseFile } from '../database/open-library.ts'

/** Pages. So much is written ahead before it is brought into the database. */
const worthwhile = 1000
const pause = 500

// The timeout is how long a save may have to wait because of a reader.
const db = new Database(databaseFile(workerData as string), { timeout: 20 })
db.pragma('synchronous = FULL')

function checkpoint(mode: 'NOOP' | 'PASSIVE' | 'RESTART'): { log: number; checkpointed: number } {
  const [state] = db.pragma(`wal_checkpoint(${mode})`) as [{ log: number; checkpointed: number }]
  return state
}

const timer = setInterval(() => {
  const before = checkpoint('NOOP')
  const ahead = before.log - before.checkpointed
  if (ahead < worthwhile && (ahead === 0 || before.log < longLog)) return
  // Passive: it takes what no reader needs any more and makes nobody wait.
  const { log, checkpointed } = checkpoint('PASSIVE')
  if (log < tooLongLog || checkpointed < log) return
  // While saves follow each other without a pause, the log never begins anew by itself. They wait for the last of these:
  // what came during the first goes in before.
  checkpoint('PASSIVE')
  checkpoint('RESTART')
}, pause)

parentPort?.once('message', () => {
  clearInterval(timer)
  db.close()
})

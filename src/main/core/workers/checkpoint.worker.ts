import { closeSync, fdatasyncSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { longLog, tooLongLog } from '../database/background-checkpoints.ts'
import { databaseFile } from '../database/open-library.ts'

/** Pages. So much is written ahead before it is brought into the database. */
const worthwhile = 1000
const pause = 500

// The timeout is how long a save may have to wait because of a reader.
const file = databaseFile(workerData as string)
const db = new Database(file, { timeout: 20 })
db.pragma('synchronous = FULL')

function checkpoint(mode: 'NOOP' | 'PASSIVE' | 'RESTART'): { log: number; checkpointed: number } {
  const [state] = db.pragma(`wal_checkpoint(${mode})`) as [{ log: number; checkpointed: number }]
  return state
}

// The log is there once it has been asked for, and the same file as long as the library is open.
checkpoint('NOOP')
const log = openSync(`${file}-wal`, 'r+')

let synced = -1
/** Not when nobody wrote: a disk may be asleep. */
function syncWhatIsNew(): void {
  const version = db.pragma('data_version', { simple: true }) as number
  if (version === synced) return
  fdatasyncSync(log)
  synced = version
}

const timer = setInterval(() => {
  syncWhatIsNew()
  const before = checkpoint('NOOP')
  const ahead = before.log - before.checkpointed
  if (ahead < worthwhile && (ahead === 0 || before.log < longLog)) return
  // Passive: it takes what no reader needs any more and makes nobody wait.
  const after = checkpoint('PASSIVE')
  if (after.log < tooLongLog || after.checkpointed < after.log) return
  // While saves follow each other without a pause, the log never begins anew by itself. They wait for the last of these:
  // what came during the first goes in before.
  checkpoint('PASSIVE')
  checkpoint('RESTART')
}, pause)

parentPort?.once('message', () => {
  clearInterval(timer)
  closeSync(log)
  db.close()
})

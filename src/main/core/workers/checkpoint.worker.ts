import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { databaseFile } from '../database/open-library.ts'

/** So much is written ahead before it is brought into the database, bytes. */
const worthwhile = 4 * 1024 * 1024
const pause = 500

const file = databaseFile(workerData as string)
const db = new Database(file)
db.pragma('synchronous = FULL')
// Passive: it takes what no reader needs any more and makes nobody wait.
const timer = setInterval(() => {
  const { size } = statSync(`${file}-wal`, { throwIfNoEntry: false }) ?? { size: 0 }
  if (size > worthwhile) db.pragma('wal_checkpoint(PASSIVE)')
}, pause)

parentPort?.once('message', () => {
  clearInterval(timer)
  db.close()
})

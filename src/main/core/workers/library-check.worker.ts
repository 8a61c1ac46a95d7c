import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { configure, databaseFile } from '../database/open-library.ts'
import { checkLibrary } from '../library/library-check.ts'

const { folder } = workerData as { folder: string }
const db = new Database(databaseFile(folder), { readonly: true })
try {
  configure(db)
  parentPort?.postMessage(await checkLibrary(db, folder))
} finally {
  db.close()
}

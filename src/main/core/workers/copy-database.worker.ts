import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { databaseFile } from '../database/open-library.ts'

/** Copies the library as it is at this moment; what is saved meanwhile neither waits nor gets in. */
const { folder, to } = workerData as { folder: string; to: string }
const db = new Database(databaseFile(folder), { readonly: true })
try {
  // Held open, or the copy would begin again after every save.
  db.exec('BEGIN')
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  await db.backup(to, { progress: () => 1000 })
} finally {
  db.close()
}

import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { databaseFile } from '../database/open-library.ts'
import type { CopyDatabase } from '../library/archive.ts'

/** Copies the library as it is at this moment; what is saved meanwhile neither waits nor gets in. */
const { folder, to, gently } = workerData as CopyDatabase
const db = new Database(databaseFile(folder), { readonly: true })
try {
  // Held open, or the copy would begin again after every save.
  db.exec('BEGIN')
  db.pragma('user_version')
  const rest = new Int32Array(new SharedArrayBuffer(4))
  await db.backup(to, {
    progress: () => {
      if (gently) Atomics.wait(rest, 0, 0, 25)
      return gently ? 500 : 2000
    },
  })
} finally {
  db.close()
}

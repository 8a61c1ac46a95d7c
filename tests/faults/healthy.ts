import { join } from 'node:path'
import Database from 'better-sqlite3'

/** What SQLite says of a library that nobody has open: 'ok' twice when it is whole. */
export function databaseHealth(folder: string): { integrity: unknown; brokenReferences: number } {
  const db = new Database(join(folder, 'library.db'))
  try {
    return {
      integrity: db.pragma('integrity_check', { simple: true }),
      brokenReferences: (db.pragma('foreign_key_check') as unknown[]).length,
    }
  } finally {
    db.close()
  }
}

export const whole = { integrity: 'ok', brokenReferences: 0 }

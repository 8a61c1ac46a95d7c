import { join } from 'node:path'
import Database from 'better-sqlite3'

export class LibraryInUseError extends Error {
  override readonly name = 'LibraryInUseError'
  constructor(folder: string) {
    super(`The library ${folder} is open in another Galley. Close it there, or choose another library.`)
  }
}

/**
 * Holds the folder for this process. The operating system releases it however the process ends, so there is no stale
 * lock to clean up; readers of `library.db` are not shut out.
 *
 * @throws LibraryInUseError when another process holds it.
 */
export function lockLibrary(folder: string): () => void {
  const lock = new Database(join(folder, 'library.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new LibraryInUseError(folder)
    }
    throw error
  }
  return () => lock.close()
}

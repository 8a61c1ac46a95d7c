import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder } from '../make-folder.ts'
import { lockLibrary } from './library-lock.ts'
import { applicationId, type Migration, migrate, pendingMigrations, schemaVersion } from './migrate.ts'

export class DamagedLibraryError extends Error {
  override readonly name = 'DamagedLibraryError'
  constructor(file: string, detail: string) {
    super(
      `The library ${file} is damaged (${detail}). It was left as it is: restore a backup into a new folder.`,
    )
  }
}

export interface OpenLibrary {
  readonly db: Database.Database
  readonly folder: string
  /** The last session ended without closing. */
  readonly recoveredFromCrash: boolean
  close(): void
}

export const databaseFile = (folder: string): string => join(folder, 'library.db')
export const mediaFolder = (folder: string): string => join(folder, 'media')
export const backupsFolder = (folder: string): string => join(folder, 'backups')

/** Shared by every connection, the workers' too. */
export function configure(db: Database.Database): void {
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  db.pragma('cache_size = -16000')
}

/**
 * Opens a library, or makes one: takes the folder for this process, checks the file after a crash, backs it up before
 * it migrates.
 *
 * @throws LibraryInUseError, NewerLibraryError, DamagedLibraryError: the library is untouched in each case.
 */
export async function openLibrary(folder: string, migrations: readonly Migration[]): Promise<OpenLibrary> {
  makeFolder(folder)
  accessSync(folder, constants.W_OK)
  const unlock = lockLibrary(folder)
  try {
    const file = databaseFile(folder)
    const isNew = !existsSync(file)
    const sessionMark = join(folder, 'library.session')
    const recoveredFromCrash = !isNew && existsSync(sessionMark)
    const db = new Database(file)
    try {
      assertHealthy(db, file, isNew, recoveredFromCrash)
      const pending = pendingMigrations(db, migrations)
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      // A log that grew while a copy of the library was made gives its room back.
      db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`)
      configure(db)
      if (pending.length > 0 && !isNew && schemaVersion(db) > 0) await backUpBeforeMigration(db, folder)
      migrate(db, migrations)
      for (const name of [mediaFolder(folder), backupsFolder(folder)]) mkdirSync(name, { recursive: true })
      writeFileSync(sessionMark, '')
    } catch (error) {
      db.close()
      throw error
    }
    return {
      db,
      folder,
      recoveredFromCrash,
      close() {
        try {
          db.pragma('optimize')
        } catch {
          // Statistics only speed queries up; a full disk must not keep the library from closing.
        }
        db.close()
        rmSync(sessionMark, { force: true })
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function assertHealthy(db: Database.Database, file: string, isNew: boolean, thorough: boolean): void {
  if (isNew) return
  try {
    const id = db.pragma('application_id', { simple: true })
    // 0: made, but not yet migrated, when a first start was cut short.
    if (id !== applicationId && !(id === 0 && schemaVersion(db) === 0))
      throw new Error('not a Galley library')
    if (!thorough) return
    const answer = db.pragma('quick_check(1)', { simple: true })
    if (answer !== 'ok') throw new Error(String(answer))
  } catch (error) {
    throw new DamagedLibraryError(file, error instanceof Error ? error.message : String(error))
  }
}

async function backUpBeforeMigration(db: Database.Database, folder: string): Promise<void> {
  mkdirSync(backupsFolder(folder), { recursive: true })
  await db.backup(join(backupsFolder(folder), `before-format-${schemaVersion(db)}-${Date.now()}.db`))
}

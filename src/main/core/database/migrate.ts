import type { Database } from 'better-sqlite3'

export interface Migration {
  /** Steps of ten, ascending. */
  readonly version: number
  up(db: Database): void
}

export class NewerLibraryError extends Error {
  override readonly name = 'NewerLibraryError'
  constructor(found: number, known: number) {
    super(`The library has format ${found}; this Galley knows up to ${known}. Update Galley to open it.`)
  }
}

/** Marks the file as a Galley library: "GALY". */
export const applicationId = 0x47414c59

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/** Migrations that the library still needs. @throws NewerLibraryError when it is ahead of this program. */
export function pendingMigrations(db: Database, migrations: readonly Migration[]): readonly Migration[] {
  const version = schemaVersion(db)
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) throw new NewerLibraryError(version, newest)
  return migrations.filter((migration) => migration.version > version)
}

function run(db: Database, { version, up }: Migration): void {
  up(db)
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`migration ${version} broke ${broken.length} references`)
  db.pragma(`user_version = ${version}`)
  db.pragma(`application_id = ${applicationId}`)
}

/**
 * Runs each migration in a transaction of its own, so that a crash leaves a version that was meant to be; all of a new
 * library's in one, as each commit waits for the disk.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const pending = pendingMigrations(db, migrations)
  const together = schemaVersion(db) === 0 ? [pending] : pending.map((migration) => [migration])
  for (const some of together)
    db.transaction(() => {
      for (const migration of some) run(db, migration)
    })()
}

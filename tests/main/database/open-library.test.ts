import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LibraryInUseError } from '../../../src/main/core/database/library-lock.ts'
import { type Migration, NewerLibraryError, schemaVersion } from '../../../src/main/core/database/migrate.ts'
import { library } from '../../../src/main/core/database/migrations/0010-library.ts'
import {
  DamagedLibraryError,
  databaseFile,
  openLibrary,
} from '../../../src/main/core/database/open-library.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => databaseFile(folder)
const digest = () => createHash('sha256').update(readFileSync(file())).digest('hex')
const later: Migration = { version: 20, up: (db) => db.exec('CREATE TABLE later (x INTEGER) STRICT') }
const makeLibrary = async () => (await openLibrary(folder, [library])).close()

/** Opens the library in another process, which holds it until it is killed. */
async function openElsewhere() {
  const source = resolve('src/main/core/database')
  const script = `
    import { openLibrary } from ${JSON.stringify(join(source, 'open-library.ts'))}
    import { library } from ${JSON.stringify(join(source, 'migrations/0010-library.ts'))}
    const { db } = await openLibrary(${JSON.stringify(folder)}, [library])
    db.exec("INSERT INTO settings VALUES ('a', '1')")
    process.stdout.write('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

test('a new folder becomes a library, and opens again', async () => {
  const first = await openLibrary(folder, [library])
  expect(first).toMatchObject({ folder, recoveredFromCrash: false })
  expect(first.db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(first.db.pragma('synchronous', { simple: true })).toBe(2)
  expect(first.db.pragma('foreign_keys', { simple: true })).toBe(1)
  first.close()
  const again = await openLibrary(folder, [library])
  expect(again.recoveredFromCrash).toBe(false)
  again.close()
  expect(
    readdirSync(folder)
      .filter((name) => !name.startsWith('library.'))
      .sort(),
  ).toEqual(['backups', 'media'])
})

describe('exclusive opening', () => {
  test('a second opening is refused, readers are not', async () => {
    const first = await openLibrary(folder, [library])
    await expect(openLibrary(folder, [library])).rejects.toThrow(LibraryInUseError)
    const reader = new Database(file(), { readonly: true })
    expect(schemaVersion(reader)).toBe(10)
    reader.close()
    first.close()
    ;(await openLibrary(folder, [library])).close()
  })

  test('another process is refused too; killed, it lets go and loses nothing', async () => {
    const other = await openElsewhere()
    await expect(openLibrary(folder, [library])).rejects.toThrow(/is open in another Galley/)
    await other.kill()
    const opened = await openLibrary(folder, [library])
    expect(opened.recoveredFromCrash).toBe(true)
    expect(opened.db.prepare("SELECT value FROM settings WHERE name = 'a'").pluck().get()).toBe('1')
    opened.close()
  })
})

describe('migrating', () => {
  test('copies the library first', async () => {
    await makeLibrary()
    const opened = await openLibrary(folder, [library, later])
    expect(schemaVersion(opened.db)).toBe(20)
    opened.close()
    const backups = readdirSync(join(folder, 'backups'))
    expect(backups).toHaveLength(1)
    expect(backups[0]).toMatch(/^before-format-10-\d+\.db$/)
    const copy = new Database(join(folder, 'backups', backups[0] as string), { readonly: true })
    expect(schemaVersion(copy)).toBe(10)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })

  test('a new library needs no copy', async () => {
    ;(await openLibrary(folder, [library, later])).close()
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  test('a migration that fails leaves the version before it, and the lock free', async () => {
    await makeLibrary()
    const failing: Migration = {
      version: 20,
      up: (db) => {
        db.exec('CREATE TABLE half (x INTEGER) STRICT')
        throw new Error('no')
      },
    }
    await expect(openLibrary(folder, [library, failing])).rejects.toThrow('no')
    const opened = await openLibrary(folder, [library])
    expect(schemaVersion(opened.db)).toBe(10)
    expect(opened.db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
    opened.close()
  })

  test('a migration that breaks a reference does not come through', async () => {
    await makeLibrary()
    const breaking: Migration = {
      version: 20,
      up: (db) => {
        db.pragma('defer_foreign_keys = ON')
        db.exec("INSERT INTO categories (parent_id, name, slug, position) VALUES (9, 'a', 'a', 0)")
      },
    }
    await expect(openLibrary(folder, [library, breaking])).rejects.toThrow(/broke 1 references/)
    await makeLibrary()
  })
})

describe('what cannot be opened is left as it is', () => {
  const expectUntouched = async (error: new (...args: never[]) => Error) => {
    const before = digest()
    await expect(openLibrary(folder, [library])).rejects.toThrow(error)
    expect(digest()).toBe(before)
    expect(existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : []).toEqual([])
  }

  test('a library of a newer Galley', async () => {
    await makeLibrary()
    const db = new Database(file())
    db.pragma('user_version = 9990')
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    await expectUntouched(NewerLibraryError)
  })

  test('a database of another program', async () => {
    const db = new Database(file())
    db.exec('CREATE TABLE mine (x); PRAGMA user_version = 3')
    db.close()
    await expectUntouched(DamagedLibraryError)
  })

  test('a file that is no database', async () => {
    writeFileSync(file(), 'not a database '.repeat(1000))
    await expectUntouched(DamagedLibraryError)
  })

  test('a library that was damaged while it was open', async () => {
    await makeLibrary()
    const bytes = readFileSync(file())
    bytes.fill(0xff, 4096 * 3, 4096 * 6)
    writeFileSync(file(), bytes)
    writeFileSync(join(folder, 'library.session'), '')
    await expectUntouched(DamagedLibraryError)
  })
})

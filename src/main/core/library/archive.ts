import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Database } from 'better-sqlite3'
import { create } from 'tar'

/** Stands last in the archive: where it is missing, the archive was cut off. */
export const endMark = 'galley-backup.json'

/** Files of the library besides the database, relative to its folder, with slashes. */
export interface ArchiveContent {
  db: Database
  libraryFolder: string
  files: readonly string[]
  createdAt: number
  signal: AbortSignal
}

/**
 * Copies the database while it stays in use.
 *
 * @throws what `signal` was aborted with.
 */
export async function copyDatabase(db: Database, to: string, signal: AbortSignal): Promise<void> {
  await db.backup(to, {
    progress: () => {
      signal.throwIfAborted()
      return 200
    },
  })
}

/** Writes database and files into one tar archive. The whole archive is at `to` in the end, or nothing is. */
export async function writeArchive(to: string, content: ArchiveContent): Promise<void> {
  const { db, libraryFolder, files, createdAt, signal } = content
  const id = randomUUID()
  const staging = join(libraryFolder, 'backups', `.${id}`)
  const stagingName = `backups/.${id}/`
  const temporary = `${to}.${id}.tmp`
  try {
    await mkdir(staging, { recursive: true })
    await mkdir(dirname(to), { recursive: true })
    await copyDatabase(db, join(staging, 'library.db'), signal)
    await writeFile(join(staging, endMark), JSON.stringify({ format: 1, createdAt, files: files.length }))
    const archive = create(
      {
        cwd: libraryFolder,
        portable: true,
        strict: true,
        onWriteEntry: (entry) => {
          if (entry.path.startsWith(stagingName)) entry.path = entry.path.slice(stagingName.length)
        },
      },
      [`${stagingName}library.db`, ...files, `${stagingName}${endMark}`],
    )
    await pipeline(archive, createWriteStream(temporary, { flags: 'wx' }), { signal })
    const file = await open(temporary, 'r+')
    await file.sync().finally(() => file.close())
    await rename(temporary, to)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => {})
  }
}

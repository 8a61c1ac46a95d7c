import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { create } from 'tar'
import { makeFolder } from '../make-folder.ts'
import { startWorker } from '../start-worker.ts'

/** Stands last in the archive: where it is missing, the archive was cut off. */
export const endMark = 'galley-backup.json'

export interface ArchiveContent {
  libraryFolder: string
  /** Files besides the database, relative to the library's folder, with slashes. */
  files: readonly string[]
  createdAt: number
  signal: AbortSignal
}

export interface CopyDatabase {
  folder: string
  to: string
  /** Leaves most of the disk's time to whoever is at work. */
  gently: boolean
}

/**
 * Copies a library's database while it stays in use, beside the core.
 *
 * @throws what `signal` was aborted with, and as SQLite does.
 */
export async function copyDatabase(copy: CopyDatabase, signal: AbortSignal): Promise<void> {
  const worker = startWorker('copy-database', { workerData: copy })
  try {
    await once(worker, 'exit', { signal })
    signal.throwIfAborted()
  } finally {
    await worker.terminate()
  }
}

/** Writes database and files into one tar archive. The whole archive is at `to` in the end, or nothing is. */
export async function writeArchive(to: string, content: ArchiveContent): Promise<void> {
  const { libraryFolder, files, createdAt, signal } = content
  const id = randomUUID()
  const staging = join(libraryFolder, 'backups', `.${id}`)
  const stagingName = `backups/.${id}/`
  const temporary = `${to}.${id}.tmp`
  try {
    await mkdir(staging, { recursive: true })
    makeFolder(dirname(to))
    await copyDatabase({ folder: libraryFolder, to: join(staging, 'library.db'), gently: false }, signal)
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

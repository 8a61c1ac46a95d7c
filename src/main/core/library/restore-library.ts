import { randomUUID } from 'node:crypto'
import { cp, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { extract } from 'tar'
import { applicationId, pendingMigrations } from '../database/migrate.ts'
import { migrations } from '../database/migrations/index.ts'
import { databaseFile, mediaFolder } from '../database/open-library.ts'
import { invalid, refused } from '../errors.ts'
import { makeFolder } from '../make-folder.ts'
import type { ImageType } from '../media/image-type.ts'
import { mediaFilePath } from '../media/media-file.ts'
import { endMark } from './archive.ts'

const expected = /^(library\.db|galley-backup\.json|media\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z]{3,4})$/

/**
 * Puts a backup into an empty or new folder: an archive, or a daily copy of a database, which finds its pictures in
 * the library it was made in. The folder is a whole library in the end, or as it was.
 *
 * @throws REFUSED `folder-not-empty`; INVALID `not-a-backup` | `backup-damaged`; NewerLibraryError.
 */
export async function restoreLibrary(archive: string, folder: string): Promise<{ articles: number }> {
  const target = resolve(folder)
  if ((await filesIn(target)).length > 0) throw refused('folder-not-empty', target)
  const staging = join(target, `.restoring-${randomUUID()}`)
  let leftover = makeFolder(staging) ?? staging
  try {
    if (archive.endsWith('.db')) await fetchCopy(resolve(archive), staging)
    else await unpack(archive, staging)
    const articles = await verify(staging)
    // The database last: until it is there, this is no library.
    if ((await filesIn(mediaFolder(staging))).length > 0) {
      await rename(mediaFolder(staging), mediaFolder(target))
    }
    await rename(databaseFile(staging), databaseFile(target))
    leftover = staging
    return { articles }
  } finally {
    await rm(leftover, { recursive: true, force: true }).catch(() => {})
  }
}

const filesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** Takes what a backup holds and nothing else: no links, no paths that lead elsewhere. */
async function unpack(archive: string, staging: string): Promise<void> {
  try {
    await extract({
      file: archive,
      cwd: staging,
      strict: true,
      filter: (path, entry) => expected.test(path) && 'type' in entry && entry.type === 'File',
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('TAR_') || code === 'Z_DATA_ERROR') throw invalid('not-a-backup', String(error))
    throw error
  }
  const files = await filesIn(staging)
  if (!files.includes('library.db')) throw invalid('not-a-backup')
  if (!files.includes(endMark)) throw invalid('backup-damaged', 'cut off')
}

async function fetchCopy(file: string, staging: string): Promise<void> {
  await cp(file, databaseFile(staging))
  const media = mediaFolder(dirname(dirname(file)))
  if (basename(dirname(file)) === 'backups' && (await filesIn(media)).length > 0) {
    await cp(media, mediaFolder(staging), { recursive: true })
  }
}

/** Answers how many articles it holds. */
async function verify(folder: string): Promise<number> {
  const db = new Database(databaseFile(folder), { readonly: true })
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw invalid('not-a-backup')
    pendingMigrations(db, migrations)
    const answer = db.pragma('quick_check(1)', { simple: true })
    if (answer !== 'ok') throw invalid('backup-damaged', String(answer))
    const media = db.prepare<[], { id: string; mime: ImageType; bytes: number }>(
      'SELECT id, mime, bytes FROM media',
    )
    for (const { id, mime, bytes } of media.all()) {
      const file = await stat(mediaFilePath(folder, id, mime)).catch(() => null)
      if (file?.size !== bytes) throw invalid('backup-damaged', id)
    }
    return db.prepare<[], number>('SELECT count(*) FROM articles').pluck().get() ?? 0
  } catch (error) {
    if (error instanceof Database.SqliteError) throw invalid('backup-damaged', error.message)
    throw error
  } finally {
    db.close()
  }
}

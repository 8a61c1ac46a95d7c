import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rename, rm, stat, statfs } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Logger } from 'pino'
import type { Backup, LibraryCheck, LibraryInfo } from '#shared/contract/library.ts'
import { backupsFolder, databaseFile } from '../database/open-library.ts'
import { invalid, refused } from '../errors.ts'
import { mediaFileName } from '../media/media-file.ts'
import type { Clock } from '../platform.ts'
import { startWorker } from '../start-worker.ts'
import { copyDatabase, writeArchive } from './archive.ts'
import { archiveName, dailyName, listBackups, tidyBackups } from './backups.ts'
import type { LibraryRepository } from './library.repository.ts'
import { syncedFolder } from './synced-folder.ts'

/** The first daily copy waits until the desk is up and the disk is quiet, ms. */
const settling = 3 * 60_000
const aDay = 24 * 60 * 60_000

export type LibraryService = ReturnType<typeof createLibraryService>

/** The library as a folder: what it is, whether it is sound, and copies of it. */
export function createLibraryService(dependencies: {
  repository: LibraryRepository
  folder: string
  recoveredFromCrash: boolean
  /** What is wrong with the search index, a line each. */
  mendSearch: () => Promise<number>
  clock: Clock
  logger: Logger
}) {
  const { repository, folder, recoveredFromCrash, mendSearch, clock, logger } = dependencies
  const closing = new AbortController()
  let callOff: (() => void) | undefined
  const underWay = new Set<Promise<unknown>>()
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work)
    const done = () => underWay.delete(work)
    work.then(done, done)
    return work
  }

  async function writeBackup(to: string): Promise<Backup> {
    if (!isAbsolute(to)) throw invalid('path-not-absolute', to)
    if (existsSync(to)) throw refused('exists', to)
    const createdAt = clock.now()
    const files = repository
      .media()
      .map(({ id, mime }) => `media/${id.slice(0, 2)}/${mediaFileName(id, mime)}`)
      .filter((file) => existsSync(join(folder, file)))
    await writeArchive(to, { libraryFolder: folder, files, createdAt, signal: closing.signal })
    return { file: to, bytes: (await stat(to)).size, createdAt }
  }

  async function writeDaily(): Promise<void> {
    await tidyBackups(folder)
    const to = join(backupsFolder(folder), dailyName(clock.now()))
    if (existsSync(to) || repository.isEmpty()) return
    const { bavail, bsize } = await statfs(folder)
    const { size } = await stat(databaseFile(folder))
    if (bavail * bsize < size * 2) {
      logger.warn({ free: bavail * bsize }, 'no room for the daily copy of the library')
      return
    }
    try {
      await copyDatabase({ folder, to: `${to}.tmp`, gently: true }, closing.signal)
      await rename(`${to}.tmp`, to)
    } catch (error) {
      await rm(`${to}.tmp`, { force: true })
      throw error
    }
    await tidyBackups(folder)
  }

  return {
    async info(): Promise<LibraryInfo> {
      const sizes = await Promise.all(
        ['', '-wal'].map((suffix) => stat(databaseFile(folder) + suffix).catch(() => ({ size: 0 }))),
      )
      return {
        folder,
        schemaVersion: repository.schemaVersion(),
        articleCount: repository.articleCount(),
        databaseBytes: sizes.reduce((sum, { size }) => sum + size, 0),
        recoveredFromCrash,
        syncedFolder: syncedFolder(folder),
      }
    },
    /** Reads everything, beside the core; the search index, which is made of the rest, is mended at once. */
    async check(): Promise<LibraryCheck> {
      const worker = startWorker('library-check', { workerData: { folder } })
      const [problems] = (await once(worker, 'message', { signal: closing.signal }).finally(() =>
        worker.terminate(),
      )) as [string[]]
      return { ok: problems.length === 0, problems, mended: await mendSearch() }
    },
    /** @throws INVALID `path-not-absolute`, REFUSED `exists`, STORAGE; no half archive is left. */
    backup: (to = join(backupsFolder(folder), archiveName(clock.now()))): Promise<Backup> =>
      tracked(writeBackup(to)),
    backups: () => listBackups(folder),
    /** One copy of the database a day, the last seven kept. Pictures never change, so their folder is enough. */
    startDailyCopies(): void {
      const next = (wait: number) => {
        callOff = clock.at(clock.now() + wait, () => {
          tracked(writeDaily()).catch((error: unknown) => {
            if (!closing.signal.aborted) logger.warn({ err: error }, 'no daily copy of the library')
          })
          next(aDay)
        })
      }
      next(settling)
    },
    /** Breaks off what is being written. */
    async stop(): Promise<void> {
      callOff?.()
      closing.abort()
      await Promise.allSettled(underWay)
    },
  }
}

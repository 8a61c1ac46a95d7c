import { rm } from 'node:fs/promises'
import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { ListedMedia, Media, MediaUsage, PictureEdit, ReplaceProgress } from '#shared/contract/media.ts'
import { usedMedia } from '#shared/document/plain-text.ts'
import type { ArticleId, MediaId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import type { ArticleService } from '../articles/article.service.ts'
import { invalid } from '../errors.ts'
import type { MediaRepository, MediaTexts } from './media.repository.ts'
import type { MediaService } from './media.service.ts'
import { mediaFilePath, renditionPath } from './media-file.ts'
import type { MediaListRepository, MediaQuery } from './media-list.repository.ts'
import type { MediaUsageRepository } from './media-usage.repository.ts'
import type { PictureWorker } from './picture-worker.ts'
import type { Renditions } from './renditions.ts'
import { withOtherPicture } from './with-other-picture.ts'

type Shown = Pick<ArticleContent, 'doc' | 'cover'>

const isSame = (a: Shown, b: Shown) => JSON.stringify([a.doc, a.cover]) === JSON.stringify([b.doc, b.cover])

/** Articles whose replacement can be taken back exactly. */
const mostMixed = 500

export type MediaLibraryService = ReturnType<typeof createMediaLibraryService>

/** What editors do to the pictures that are there. */
export function createMediaLibraryService(dependencies: {
  db: Database
  media: MediaService
  repository: MediaRepository
  lists: MediaListRepository
  usage: MediaUsageRepository
  renditions: Renditions
  worker: PictureWorker
  articles: ArticleService
  libraryFolder: string
  /** Bytes beyond which a picture counts as heavy. */
  pictureBudget(): number
  announce: Announce
  logger: Logger
}) {
  const { db, media, repository, lists, usage, renditions, worker, articles, libraryFolder } = dependencies
  const { pictureBudget, announce, logger } = dependencies
  const changed = (ids: MediaId[], gone = false) =>
    announce('media.changed', { ids, gone, ...renditions.status() })

  /**
   * What articles were that showed both pictures before one took the place of the other: not told apart afterwards. By
   * article, picture that was replaced, and the other.
   */
  const mixed = new Map<string, { before: Shown; after: Shown }>()

  function withReplaced(id: ArticleId, { doc, cover }: Shown, from: MediaId, other: Media): Shown {
    const key = `${id} ${from} ${other.id}`
    const after = { doc: withOtherPicture(doc, from, other), cover: cover === from ? other.id : cover }
    // What an earlier replacement left is no longer the way back.
    mixed.delete(key)
    if (cover === other.id || usedMedia(doc).includes(other.id)) {
      mixed.set(key, { before: { doc, cover }, after })
      const [oldest] = mixed.keys()
      if (mixed.size > mostMixed && oldest !== undefined) mixed.delete(oldest)
    }
    return after
  }

  /** Takes back that `other` was replaced by `from`. */
  function withRestored(id: ArticleId, { doc, cover }: Shown, from: MediaId, other: Media): Shown {
    const key = `${id} ${other.id} ${from}`
    const back = mixed.get(key)
    if (!back) return withReplaced(id, { doc, cover }, from, other)
    mixed.delete(key)
    // Edited since: which of them were the other picture nobody knows.
    return isSame(back.after, { doc, cover }) ? back.before : { doc, cover }
  }

  /** The files go after the rows; one that stays behind shows nowhere. */
  async function removeFiles(pictures: readonly Media[]): Promise<void> {
    const files = pictures.flatMap(({ id, mime, renditions: forms }) => [
      mediaFilePath(libraryFolder, id, mime),
      ...forms.map((form) => renditionPath(libraryFolder, id, form)),
    ])
    for (const file of files)
      await rm(file, { force: true }).catch((error: unknown) =>
        logger.warn({ file, err: error }, 'a picture was not removed'),
      )
  }

  return {
    list: (query: MediaQuery) => lists.list(query, pictureBudget()),
    weigh: (ids: readonly MediaId[]) => ({ bytes: lists.weigh(ids) }),
    usage(id: MediaId): MediaUsage {
      return usage.of(media.get(id).id)
    },
    update(id: MediaId, changes: { [Name in keyof MediaTexts]?: MediaTexts[Name] | undefined }): Media {
      const before = media.get(id)
      const given = Object.entries(changes).filter(([, value]) => value !== undefined)
      repository.update(id, { ...before, ...Object.fromEntries(given) })
      changed([id])
      return media.get(id)
    },
    /** @throws INVALID `not-editable`, STORAGE */
    async edit(id: MediaId, edit: PictureEdit): Promise<Media> {
      const original = media.get(id)
      const { mime, animated, fileName, alt, caption, credit, description } = original
      if (animated || mime === 'image/svg+xml') throw invalid('not-editable')
      const file = mediaFilePath(libraryFolder, id, mime)
      const made = await media.store(await worker.run('edit', { file, mime, edit }), fileName)
      if (made.id === id) return made
      const isNew = made.alt === '' && made.caption === '' && made.derivedFrom === null
      if (isNew) {
        repository.update(made.id, { fileName, alt, caption, credit, description, focus: null })
        repository.setOrigin(made.id, id)
        changed([made.id])
      }
      return media.get(made.id)
    },
    /** Each article in a transaction of its own, its version before kept. */
    async *replace(
      from: MediaId,
      to: MediaId,
      only?: readonly ArticleId[],
      signal?: AbortSignal,
    ): AsyncGenerator<ReplaceProgress> {
      media.get(from)
      const other = media.get(to)
      if (from === to) throw invalid('same-picture')
      const wanted = only && new Set(only)
      const ids = usage.showing(from).filter((id) => wanted?.has(id) ?? true)
      // Only whoever takes a replacement back names the articles.
      const exchange = wanted ? withRestored : withReplaced
      const articleIds: ArticleId[] = []
      const progress = (done: number): ReplaceProgress => ({
        done,
        total: ids.length,
        articleIds: [...articleIds],
      })
      try {
        for (const [done, id] of ids.entries()) {
          if (signal?.aborted) break
          // Whoever listens gets a turn, and so does whoever else asks the core for something.
          yield progress(done)
          const revised = articles.revise(id, ({ doc, cover }) => exchange(id, { doc, cover }, from, other))
          if (revised) articleIds.push(id)
          await new Promise((resolve) => setImmediate(resolve))
        }
      } finally {
        changed([from, to])
      }
      yield progress(articleIds.length)
    },
    /** What something shows is kept. */
    async delete(ids: readonly MediaId[]): Promise<{ deleted: MediaId[]; kept: MediaId[] }> {
      const pictures = db
        .transaction(() => {
          const unused = ids.flatMap((id) => repository.find(id) ?? []).filter(({ id }) => !usage.isUsed(id))
          for (const { id } of unused) repository.delete(id)
          return unused
        })
        .immediate()
      const deleted = pictures.map(({ id }) => id)
      if (deleted.length > 0) changed(deleted, true)
      await removeFiles(pictures)
      const gone = new Set<MediaId>(deleted)
      return { deleted, kept: ids.filter((id) => !gone.has(id)) }
    },
    async duplicates(): Promise<ListedMedia[][]> {
      const groups = await worker.run('lookAlikes', lists.fingerprints())
      return groups.map((ids) => lists.listed(ids)).filter((group) => group.length > 1)
    },
  }
}

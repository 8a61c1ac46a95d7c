import { ORPCError } from '@orpc/server'
import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { ImportItem, ImportProgress } from '#shared/contract/importing.ts'
import { emptyDocument } from '#shared/document/check-document.ts'
import type { ArticleId, CategoryId, MediaId } from '#shared/model/ids.ts'
import { Slug } from '#shared/model/slug.ts'
import { storageError } from '../errors.ts'
import type { MediaService } from '../media/media.service.ts'
import type { Clock } from '../platform.ts'
import { mediaOf, picturesBeside, withSizes } from './adopt-pictures.ts'
import { withoutImages } from './document-builder.ts'
import type { ImportRepository } from './import.repository.ts'
import { createImportBatches, type ImportSource } from './import-batches.ts'
import { importItem } from './import-item.ts'
import type { ImportParser } from './import-parser.ts'
import type { ImportedArticle } from './imported-article.ts'
import { largestSource } from './parse-file.ts'

interface Dependencies {
  db: Database
  repository: ImportRepository
  parser: ImportParser
  media: MediaService
  /** Creates a draft whose first revision says 'import'. Called inside a transaction. */
  createArticle(content: Partial<ArticleContent>): ArticleId
  /** The category of that name, made when missing. Called inside a transaction. */
  ensureCategory(name: string): CategoryId
  /** The site's time zone, for times without an offset. */
  timeZone(): string
  clock: Clock
  logger: Logger
}

interface Choice {
  source: ImportSource
  /** Which related entries become drafts: by index, or all that the library does not have. */
  related: readonly number[] | 'all'
}

const progressInterval = 100

export type ImportService = ReturnType<typeof createImportService>

/** Brings files from outside into the library as drafts. */
export function createImportService(dependencies: Dependencies) {
  const { db, repository, parser, media, createArticle, ensureCategory, timeZone, clock, logger } =
    dependencies
  const batches = createImportBatches(clock)

  const read = ({ path, fileName }: ImportSource) =>
    path === null
      ? Promise.resolve({ failure: 'too-large', encoding: null } as const)
      : parser.parse({ path, fileName, options: { timeZone: timeZone() } })

  const categoryId = (name: string): CategoryId | null => (name === '' ? null : ensureCategory(name))

  /** Files first, then the rows in one transaction: a failure leaves at most a picture that nothing shows. */
  async function write(article: ImportedArticle, { source, related }: Choice): Promise<ArticleId[]> {
    const ids = mediaOf(article.doc, article.cover)
    const inside = new Set(article.pictures.map(({ id }) => id))
    const missing = ids.filter((id) => !inside.has(id) && !media.find(id))
    const beside = source.path === null ? [] : await picturesBeside(source.path, missing)
    for (const picture of [...article.pictures, ...beside]) {
      try {
        await media.store(picture.bytes, picture.name)
      } catch (error) {
        // One that is no picture is left out below.
        if (!(error instanceof ORPCError && error.code === 'INVALID')) throw error
      }
    }
    const lost = new Set(ids.filter((id) => !media.find(id)))
    const kept =
      lost.size === 0
        ? article.doc
        : withoutImages(article.doc, ({ attrs }) => lost.has(String(attrs?.media)))
    const doc = withSizes(kept, media.find)
    const slug = Slug.safeParse(article.slug).data
    const cover = article.cover && !lost.has(article.cover) ? (article.cover as MediaId) : null
    const entries = article.related.filter((entry, index) =>
      related === 'all' ? !repository.hasTitle(entry.title) : related.includes(index),
    )
    return db
      .transaction(() => [
        createArticle({
          title: article.title,
          dek: article.dek,
          categoryId: categoryId(article.category),
          tags: article.tags,
          byline: article.byline,
          sourceName: article.sourceName,
          sourceUrl: article.sourceUrl,
          publishTime: article.publishTime,
          startingViews: article.views,
          cover,
          coverAlt: article.coverAlt,
          ...(slug && { slug, slugIsAutomatic: false }),
          doc,
        }),
        ...entries.map((entry) =>
          createArticle({
            title: entry.title,
            categoryId: categoryId(entry.category),
            publishTime: entry.publishTime,
            startingViews: entry.views,
            doc: emptyDocument,
          }),
        ),
      ])
      .immediate()
  }

  /** Answers why it failed, or what it made. */
  async function importOne(choice: Choice): Promise<ArticleId[] | string> {
    const { source } = choice
    const result = await read(source)
    if (result.failure !== null) return result.failure
    try {
      return await write(result.article, choice)
    } catch (error) {
      const known = error instanceof ORPCError ? error : storageError(error)
      logger.warn({ fileName: source.fileName, err: error }, 'an import failed')
      const data: unknown = known?.data
      return typeof data === 'object' && data && 'reason' in data ? String(data.reason) : 'unreadable'
    }
  }

  async function* run(choices: readonly Choice[], signal?: AbortSignal): AsyncGenerator<ImportProgress> {
    const created: ArticleId[] = []
    const failed: ImportProgress['failed'] = []
    const progress = (done: number): ImportProgress => ({
      done,
      total: choices.length,
      created: [...created],
      failed: [...failed],
    })
    yield progress(0)
    let announced = clock.now()
    for (const [index, choice] of choices.entries()) {
      if (signal?.aborted) break
      const outcome = await importOne(choice)
      if (typeof outcome === 'string') failed.push({ fileName: choice.source.fileName, reason: outcome })
      else created.push(...outcome)
      const last = index === choices.length - 1
      if (last || clock.now() - announced >= progressInterval) {
        announced = clock.now()
        yield progress(index + 1)
      }
    }
  }

  async function inspectSources(sources: readonly ImportSource[]): Promise<ImportItem[]> {
    const items: ImportItem[] = []
    for (const source of sources)
      items.push(importItem(source.fileName, await read(source), repository.hasTitle))
    return items
  }

  return {
    async inspect(files: readonly File[]): Promise<{ batchId: string; items: ImportItem[] }> {
      const { id, sources } = await batches.add(files, largestSource)
      return { batchId: id, items: await inspectSources(sources) }
    },
    commit(
      batchId: string,
      items: readonly { index: number; related: readonly number[] }[],
      signal?: AbortSignal,
    ): AsyncGenerator<ImportProgress> {
      const sources = batches.get(batchId)
      const choices = items.flatMap(({ index, related }) => {
        const source = sources[index]
        return source ? [{ source, related }] : []
      })
      return run(choices, signal)
    },
    discard: batches.discard,
    /** Imports files of this machine without asking; `related` also makes drafts of the entries below an article. */
    importFiles(
      paths: readonly string[],
      { related = false, signal }: { related?: boolean; signal?: AbortSignal } = {},
    ): AsyncGenerator<ImportProgress> {
      const choices = paths.map((path): Choice => {
        const fileName = path.split(/[\\/]/).at(-1) ?? path
        return { source: { path, fileName }, related: related ? 'all' : [] }
      })
      return run(choices, signal)
    },
    async stop(): Promise<void> {
      await parser.stop()
      await batches.discardAll()
    },
  }
}

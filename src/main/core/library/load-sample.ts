import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { CategoryId, MediaId } from '#shared/model/ids.ts'
import type { SamplePopularity } from '../analytics/sample-views.ts'
import type { ArticleService } from '../articles/article.service.ts'
import type { ArticleReviewService } from '../articles/article-review.service.ts'
import { refused } from '../errors.ts'
import type { MediaService } from '../media/media.service.ts'
import type { Clock } from '../platform.ts'
import { readSamples } from './sample-article.ts'

const categoryOrder = ['业界动态', '产品运营', '用户研究', '数据分析']

/** Fills an empty library with the sample: all of it in one transaction. @throws REFUSED `not-empty` */
export function createSampleLoader(dependencies: {
  db: Database
  resourcesFolder: string
  isEmpty: () => boolean
  articles: Pick<ArticleService, 'createFromImport' | 'get'>
  reviews: Pick<ArticleReviewService, 'setState'>
  ensureCategory: (name: string) => CategoryId
  media: Pick<MediaService, 'store'>
  /** Makes the figures that the articles would have by now. Part of the transaction. */
  addViews: (articles: readonly SamplePopularity[]) => void
  /** Called once all is committed. */
  onLoaded: () => void
  timeZone: () => string
  clock: Clock
}) {
  const {
    db,
    resourcesFolder,
    isEmpty,
    articles,
    reviews,
    ensureCategory,
    media,
    addViews,
    onLoaded,
    timeZone,
    clock,
  } = dependencies

  return async (): Promise<{ articles: number }> => {
    if (!isEmpty()) throw refused('not-empty')
    const samples = await readSamples(join(resourcesFolder, 'sample'), timeZone(), clock.now())
    const covers = new Map<string, MediaId>()
    for (const { cover } of samples) {
      if (!cover) continue
      const { id } = await media.store(new Uint8Array(await readFile(cover)), basename(cover))
      covers.set(cover, id)
    }

    const load = db.transaction(() => {
      if (!isEmpty()) throw refused('not-empty')
      for (const name of categoryOrder) ensureCategory(name)
      const popular: SamplePopularity[] = []
      for (const { content, category, state, cover, popularity } of samples) {
        const id = articles.createFromImport({
          ...content,
          categoryId: ensureCategory(category),
          cover: cover === null ? null : (covers.get(cover) ?? null),
        })
        if (state !== 'draft') reviews.setState(id, articles.get(id).version, state)
        if (popularity > 0 && content.publishTime !== null) {
          popular.push({ articleId: id, publishedAt: content.publishTime, popularity })
        }
      }
      addViews(popular)
    })
    load.immediate()
    onLoaded()
    return { articles: samples.length }
  }
}

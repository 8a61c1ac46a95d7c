import type { ArticleContent } from '#shared/contract/articles.ts'
import type { SiteRepository } from './site.repository.ts'

/** The content as it is in the library now. */
export function storedContent(
  repository: SiteRepository,
  id: number,
): { content: ArticleContent; countedViews: number } | undefined {
  const row = repository.stored.get(id)
  if (!row) return undefined
  const content = {
    title: row.title,
    dek: row.dek,
    slug: row.slug,
    slugIsAutomatic: row.slug_is_automatic === 1,
    categoryId: row.category_id as ArticleContent['categoryId'],
    tags: repository.storedTags.all(id),
    byline: row.byline ?? '',
    sourceName: row.source_name,
    sourceUrl: row.source_url,
    cover: row.cover as ArticleContent['cover'],
    coverAlt: row.cover_alt,
    publishTime: row.publish_time,
    startingViews: row.starting_views,
    doc: JSON.parse(row.doc.toString()) as ArticleContent['doc'],
  } satisfies ArticleContent
  return { content, countedViews: row.counted_views }
}

import type { ArticleContent, ArticleSummary, SavedArticle } from '#shared/contract/articles.ts'
import type { ArticleState } from '#shared/model/article-state.ts'
import type { ArticleId, CategoryId, MediaId } from '#shared/model/ids.ts'

/** A row of `articles` with the byline's name. */
export interface ArticleRow {
  id: number
  uid: string
  title: string
  dek: string
  slug: string
  slug_is_automatic: number
  category_id: number | null
  byline_id: number | null
  byline: string | null
  source_name: string
  source_url: string
  cover: string | null
  cover_alt: string
  publish_time: number | null
  starting_views: number
  counted_views: number
  views: number
  state: ArticleState
  version: number
  /** The last version that changed what readers get. */
  content_version: number
  confirmed_version: number | null
  changed: number
  characters: number
  words: number
  suggestions: number
  created_at: number
  updated_at: number
  scheduled_at: number | null
  published_at: number | null
  trashed_at: number | null
}

export type SummaryRow = Omit<
  ArticleRow,
  | 'uid'
  | 'slug_is_automatic'
  | 'byline_id'
  | 'source_name'
  | 'source_url'
  | 'cover_alt'
  | 'starting_views'
  | 'counted_views'
  | 'content_version'
  | 'confirmed_version'
  | 'words'
  | 'suggestions'
>

export const toSummary = (row: SummaryRow): ArticleSummary => ({
  id: row.id as ArticleId,
  title: row.title,
  dek: row.dek,
  slug: row.slug,
  categoryId: row.category_id as CategoryId | null,
  byline: row.byline ?? '',
  cover: row.cover as MediaId | null,
  state: row.state,
  changedSincePublication: row.changed === 1,
  version: row.version,
  characters: row.characters,
  views: row.views,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  publishTime: row.publish_time,
  scheduledAt: row.scheduled_at,
  publishedAt: row.published_at,
  trashedAt: row.trashed_at,
})

/** The row's part of what an editor writes; the document and the tags lie elsewhere. */
export const toContent = (row: ArticleRow, tags: string[]): Omit<ArticleContent, 'doc'> => ({
  title: row.title,
  dek: row.dek,
  slug: row.slug,
  slugIsAutomatic: row.slug_is_automatic === 1,
  categoryId: row.category_id as CategoryId | null,
  tags,
  byline: row.byline ?? '',
  sourceName: row.source_name,
  sourceUrl: row.source_url,
  cover: row.cover as MediaId | null,
  coverAlt: row.cover_alt,
  publishTime: row.publish_time,
  startingViews: row.starting_views,
})

export const toSaved = (row: ArticleRow, tags: string[]): SavedArticle => ({
  ...toSummary(row),
  ...toContent(row, tags),
  uid: row.uid,
  words: row.words,
})

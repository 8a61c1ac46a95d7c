import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { DocumentJson } from '../document/document-json.ts'
import { ArticleState, EditorialState } from '../model/article-state.ts'
import { ArticleId, CategoryId, MediaId } from '../model/ids.ts'
import { Slug } from '../model/slug.ts'
import { base, Page, Timestamp } from './base.ts'

/** What an editor writes. `publishTime` null means: the moment of publication. */
export const ArticleContent = z.object({
  title: z.string().max(500),
  dek: z.string().max(2000),
  slug: Slug,
  /** True while the slug follows the title. */
  slugIsAutomatic: z.boolean(),
  categoryId: CategoryId.nullable(),
  tags: z.array(z.string().trim().min(1).max(60)).max(50),
  byline: z.string().max(120),
  sourceName: z.string().max(200),
  sourceUrl: z.string().max(2000),
  cover: MediaId.nullable(),
  coverAlt: z.string().max(500),
  publishTime: Timestamp.nullable(),
  /** Views counted before Galley kept the figures; added to every view count shown. */
  startingViews: z.number().int().min(0),
  doc: DocumentJson,
})
export type ArticleContent = z.infer<typeof ArticleContent>

export const ArticleSummary = z.object({
  id: ArticleId,
  title: z.string(),
  dek: z.string(),
  slug: z.string(),
  categoryId: CategoryId.nullable(),
  byline: z.string(),
  cover: MediaId.nullable(),
  state: ArticleState,
  /** Edited since what is on the site was confirmed. */
  changedSincePublication: z.boolean(),
  version: z.number().int(),
  characters: z.number().int(),
  /** Starting views and counted views together. */
  views: z.number().int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  publishTime: Timestamp.nullable(),
  scheduledAt: Timestamp.nullable(),
  publishedAt: Timestamp.nullable(),
  trashedAt: Timestamp.nullable(),
})
export type ArticleSummary = z.infer<typeof ArticleSummary>

export const Article = ArticleSummary.extend(ArticleContent.shape).extend({
  /** Stable across machines and libraries. */
  uid: z.string(),
  words: z.number().int(),
})
export type Article = z.infer<typeof Article>

/** The state of the row after a save; the document itself is what the caller sent. */
export const SavedArticle = Article.omit({ doc: true })
export type SavedArticle = z.infer<typeof SavedArticle>

export const ArticleFilter = z.object({
  /** 'changed': published and edited since. 'trash': only what is in the trash; every other value leaves the trash out. */
  state: z.union([ArticleState, z.literal('changed'), z.literal('trash')]).optional(),
  /** The category and everything below it; null: articles without one. */
  categoryId: CategoryId.nullable().optional(),
  tag: z.string().optional(),
  byline: z.string().optional(),
  /** Bounds on `updatedAt`, from inclusive, to exclusive. */
  from: Timestamp.optional(),
  to: Timestamp.optional(),
})
export type ArticleFilter = z.infer<typeof ArticleFilter>

export const ArticleSort = z.object({
  by: z.enum(['updated', 'created', 'published', 'title', 'views']),
  direction: z.enum(['asc', 'desc']),
})
export type ArticleSort = z.infer<typeof ArticleSort>

export const ArticleChange = z.object({
  ids: z.array(ArticleId),
  kind: z.enum(['created', 'saved', 'stateChanged', 'trashed', 'restored', 'deleted', 'reset']),
})
export type ArticleChange = z.infer<typeof ArticleChange>

const versioned = z.object({ id: ArticleId, baseVersion: z.number().int() })
const conflict = { CONFLICT: { data: z.object({ current: Article }) } }

export const articles = {
  list: base
    .input(
      z.object({
        filter: ArticleFilter.default({}),
        sort: ArticleSort.default({ by: 'updated', direction: 'desc' }),
        ...Page,
      }),
    )
    .output(z.object({ total: z.number().int(), items: z.array(ArticleSummary) })),
  /** How many articles each filter of the sidebar holds. */
  counts: base.output(
    z.object({
      all: z.number().int(),
      changed: z.number().int(),
      trash: z.number().int(),
      states: z.record(ArticleState, z.number().int()),
    }),
  ),
  get: base.input(z.object({ id: ArticleId })).output(Article),
  /** Without the document, for whoever shows it already. */
  getSaved: base.input(z.object({ id: ArticleId })).output(SavedArticle),
  create: base.input(ArticleContent.partial()).output(Article),
  /** A draft with the content of another article, under a title of its own; the time of publication and the views stay behind. */
  duplicate: base.input(z.object({ id: ArticleId, title: ArticleContent.shape.title })).output(Article),
  /**
   * Saves the given fields; what equals the stored content changes nothing. A slug that is taken gets a number.
   * CONFLICT carries the row as it is now when `baseVersion` is not the stored version. INVALID `document` |
   * `category` | `cover`.
   */
  save: base
    .input(versioned.extend({ changes: ArticleContent.partial() }))
    .output(SavedArticle)
    .errors(conflict),
  /** Moves between draft, in review and approved; a scheduled article loses its schedule. REFUSED `transition`. */
  setState: base
    .input(versioned.extend({ state: EditorialState }))
    .output(SavedArticle)
    .errors(conflict),
  /** A free slug for a title, in pinyin; `id` is left out of the check for duplicates. */
  suggestSlug: base
    .input(z.object({ title: z.string(), id: ArticleId.optional() }))
    .output(z.object({ slug: z.string() })),
  categorize: base
    .input(z.object({ ids: z.array(ArticleId).min(1), categoryId: CategoryId.nullable() }))
    .output(z.object({ changed: z.number().int() })),
  addTags: base
    .input(
      z.object({ ids: z.array(ArticleId).min(1), tags: z.array(z.string().trim().min(1).max(60)).min(1) }),
    )
    .output(z.object({ changed: z.number().int() })),
  /** REFUSED `published` when one of them is on the site: withdraw it first. */
  trash: base
    .input(z.object({ ids: z.array(ArticleId).min(1) }))
    .output(z.object({ changed: z.number().int() })),
  restore: base
    .input(z.object({ ids: z.array(ArticleId).min(1) }))
    .output(z.object({ changed: z.number().int() })),
  /** Deletes for good; REFUSED `not-in-trash` when one of them is not in the trash. */
  deleteForever: base
    .input(z.object({ ids: z.array(ArticleId).min(1) }))
    .output(z.object({ changed: z.number().int() })),
  emptyTrash: base.output(z.object({ changed: z.number().int() })),
  /** Announced after commit, by whatever window or job made the change. */
  changed: base.output(eventIterator(ArticleChange)),
}

import { z } from 'zod'
import { ArticleId, RevisionId } from '../model/ids.ts'
import { Article, ArticleContent } from './articles.ts'
import { base, Page, Timestamp } from './base.ts'

export const RevisionReason = z.enum([
  'autosave',
  'manual',
  'import',
  'before_restore',
  'conflict',
  'published',
  /** What was there before a review bundle was taken in, and what came of it. */
  'before_merge',
  'merge',
])
export type RevisionReason = z.infer<typeof RevisionReason>

const RevisionName = z.string().trim().max(100)

export const RevisionSummary = z.object({
  id: RevisionId,
  articleId: ArticleId,
  articleVersion: z.number().int(),
  reason: RevisionReason,
  title: z.string(),
  /** Given by somebody; '' for none. A revision with a name is kept for ever. */
  name: z.string(),
  /** Who wrote it, where that is known: it came in a review bundle. */
  author: z.string(),
  characters: z.number().int(),
  createdAt: Timestamp,
})
export type RevisionSummary = z.infer<typeof RevisionSummary>

export const revisions = {
  /** Newest first, a part at a time; `query` looks into names, titles and authors. */
  list: base
    .input(
      z.object({
        articleId: ArticleId,
        query: z.string().max(200).default(''),
        offset: Page.offset,
        limit: Page.limit.default(500),
      }),
    )
    .output(z.array(RevisionSummary)),
  get: base.input(z.object({ id: RevisionId })).output(RevisionSummary.extend({ content: ArticleContent })),
  /** Keeps the present content as a revision first, so that nothing is lost. */
  restore: base
    .input(z.object({ id: RevisionId, baseVersion: z.number().int() }))
    .output(Article)
    .errors({ CONFLICT: { data: z.object({ current: Article }) } }),
  /** Keeps the present content; by hand, it stays for ever. */
  keep: base
    .input(
      z.object({
        articleId: ArticleId,
        reason: RevisionReason.extract(['manual', 'before_restore']).default('manual'),
        name: RevisionName.default(''),
      }),
    )
    .output(RevisionSummary),
  rename: base.input(z.object({ id: RevisionId, name: RevisionName })).output(RevisionSummary),
  /** Keeps content that lost a conflict, so that either side can be brought back. */
  keepConflict: base
    .input(z.object({ articleId: ArticleId, content: ArticleContent }))
    .output(RevisionSummary),
}

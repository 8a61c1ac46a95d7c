import { z } from 'zod'
import { ArticleId, RevisionId } from '../model/ids.ts'
import { Article, ArticleContent } from './articles.ts'
import { base, Timestamp } from './base.ts'

export const RevisionReason = z.enum([
  'autosave',
  'manual',
  'import',
  'before_restore',
  'conflict',
  'published',
])
export type RevisionReason = z.infer<typeof RevisionReason>

export const RevisionSummary = z.object({
  id: RevisionId,
  articleId: ArticleId,
  articleVersion: z.number().int(),
  reason: RevisionReason,
  title: z.string(),
  characters: z.number().int(),
  createdAt: Timestamp,
})
export type RevisionSummary = z.infer<typeof RevisionSummary>

export const revisions = {
  /** Newest first. */
  list: base.input(z.object({ articleId: ArticleId })).output(z.array(RevisionSummary)),
  get: base.input(z.object({ id: RevisionId })).output(RevisionSummary.extend({ content: ArticleContent })),
  /** Keeps the present content as a revision first, so that nothing is lost. */
  restore: base
    .input(z.object({ id: RevisionId, baseVersion: z.number().int() }))
    .output(Article)
    .errors({ CONFLICT: { data: z.object({ current: Article }) } }),
  /** Keeps the present content as a revision that is never thinned. */
  keep: base.input(z.object({ articleId: ArticleId })).output(RevisionSummary),
  /** Keeps content that lost a conflict, so that either side can be brought back. */
  keepConflict: base
    .input(z.object({ articleId: ArticleId, content: ArticleContent }))
    .output(RevisionSummary),
}

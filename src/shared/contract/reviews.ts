import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleId, RevisionId } from '../model/ids.ts'
import { Article, SavedArticle } from './articles.ts'
import { base, Timestamp } from './base.ts'

export const ReviewKind = z.enum(['requested', 'approved', 'changes-requested'])

export const Review = z.object({
  uid: z.string(),
  articleId: ArticleId,
  kind: ReviewKind,
  /** Id of the person who asked or answered. */
  person: z.string(),
  /** The name of whoever is asked; '' for anybody. */
  addressee: z.string(),
  note: z.string(),
  /** What was approved. */
  revisionId: RevisionId.nullable(),
  createdAt: Timestamp,
  /** Of an approval: when the content changed and it fell away. Of a request: when it was answered. */
  endedAt: Timestamp.nullable(),
})
export type Review = z.infer<typeof Review>

const versioned = z.object({
  articleId: ArticleId,
  baseVersion: z.number().int(),
  note: z.string().trim().max(2_000).default(''),
})
const conflict = { CONFLICT: { data: z.object({ current: Article }) } }

/** Each move answers the article as it is then. */
export const reviews = {
  /** Newest first. An approval that has not ended holds for exactly what the article is now. */
  list: base.input(z.object({ articleId: ArticleId })).output(z.array(Review)),
  /** A draft goes into review. A request that is open is replaced. */
  request: base
    .input(versioned.extend({ addressee: z.string().trim().max(60).default('') }))
    .output(SavedArticle)
    .errors(conflict),
  /**
   * Holds for the article's content as it is at `baseVersion`, and falls away when that changes. What is on the site
   * stays published. REFUSED `trashed`.
   */
  approve: base.input(versioned).output(SavedArticle).errors(conflict),
  /** An approval that stands ends; what is in review or approved is a draft again. */
  askForChanges: base.input(versioned).output(SavedArticle).errors(conflict),
  changed: base.output(eventIterator(z.object({ articleId: ArticleId }))),
}

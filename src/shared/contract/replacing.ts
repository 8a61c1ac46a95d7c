import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleState } from '../model/article-state.ts'
import { ArticleId } from '../model/ids.ts'
import { ArticleFilter } from './articles.ts'
import { base } from './base.ts'

export const FindQuery = z.object({
  query: z.string().min(1).max(500),
  caseSensitive: z.boolean().default(false),
  /** Latin words and numbers only as a whole. */
  wholeWord: z.boolean().default(false),
  /** `replacement` may then name groups: `$1`, `$<name>`, `$&`. */
  regularExpression: z.boolean().default(false),
})

const Offset = z.number().int().min(0)

/** Where a text stands, and what would take its place. */
export const ReplaceMatch = z.object({
  field: z.enum(['title', 'dek', 'body', 'caption', 'embed', 'formula']),
  /** Position of the picture, embed or formula whose words these are. */
  at: Offset.optional(),
  /** Half-open; positions of the document in the body, else UTF-16 units. */
  from: Offset,
  to: Offset,
  text: z.string(),
  replacement: z.string(),
  /** Some characters around it. */
  before: z.string(),
  after: z.string(),
})
export type ReplaceMatch = z.infer<typeof ReplaceMatch>

export const ReplaceHit = z.object({
  id: ArticleId,
  title: z.string(),
  state: ArticleState,
  /** The matches are places of this version. */
  version: z.number().int(),
  matches: z.array(ReplaceMatch),
})
export type ReplaceHit = z.infer<typeof ReplaceHit>

export const FindProgress = z.object({
  scanned: z.number().int(),
  total: z.number().int(),
  /** Found since the last event. */
  hits: z.array(ReplaceHit),
  /** There are more matches than one search lists: narrow it. */
  truncated: z.boolean(),
})
export type FindProgress = z.infer<typeof FindProgress>

export const ReplaceProgress = z.object({
  /** For `undo`. */
  batchId: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  changed: z.number().int(),
  /** Edited since they were searched, or gone: left as they are. */
  conflicts: z.array(ArticleId),
  /** Would have become something that no article may be, a title that is too long: left as they are. */
  refused: z.array(ArticleId),
})
export type ReplaceProgress = z.infer<typeof ReplaceProgress>

/** Find and replace over the library. */
export const replacing = {
  /**
   * Every match in titles, deks and bodies with what would take its place; nothing is written. Streams; ending the
   * stream ends the search. INVALID `pattern` for what is no regular expression.
   */
  find: base
    .input(
      FindQuery.extend({ replacement: z.string().max(2000).default(''), filter: ArticleFilter.default({}) }),
    )
    .output(eventIterator(FindProgress)),
  /**
   * Replaces the given matches, article by article; the content before is kept as a revision. Ending the stream
   * leaves out what has not begun.
   */
  apply: base
    .input(
      z.object({
        articles: z
          .array(
            z.object({
              id: ArticleId,
              version: z.number().int(),
              matches: z.array(
                ReplaceMatch.pick({ field: true, at: true, from: true, to: true, replacement: true }),
              ),
            }),
          )
          .min(1),
      }),
    )
    .output(eventIterator(ReplaceProgress)),
  /** Brings back what a batch replaced, but in articles that were edited since. NOT_FOUND once Galley was restarted. */
  undo: base
    .input(z.object({ batchId: z.string() }))
    .output(z.object({ restored: z.number().int(), conflicts: z.array(ArticleId) })),
}

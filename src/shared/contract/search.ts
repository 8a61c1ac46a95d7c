import { z } from 'zod'
import { ArticleFilter, ArticleSummary } from './articles.ts'
import { base } from './base.ts'

/** Half-open [start, end) offsets in UTF-16 units of the text they belong to. */
const Ranges = z.array(z.tuple([z.number().int(), z.number().int()]))

export const SearchHit = z.object({
  article: ArticleSummary,
  titleRanges: Ranges,
  /** A passage around the first hit in dek or body; '' where only the title matches. */
  snippet: z.string(),
  snippetRanges: Ranges,
})
export type SearchHit = z.infer<typeof SearchHit>

export const search = {
  /**
   * Articles that contain every term of `text` (terms are separated by white space; a Chinese run matches as a
   * substring of any length, Latin words by prefix). 'newest': title hits first, then the newest; 'best': bm25.
   */
  query: base
    .input(
      z.object({
        text: z.string().max(200),
        rank: z.enum(['newest', 'best']).default('newest'),
        filter: ArticleFilter.default({}),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(100).default(20),
      }),
    )
    .output(z.object({ hits: z.array(SearchHit), hasMore: z.boolean() })),
}

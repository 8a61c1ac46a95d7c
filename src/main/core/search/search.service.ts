import type { ArticleFilter, ArticleSummary } from '#shared/contract/articles.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { needlesOf, rangesOf } from './highlight.ts'
import type { SearchConditions, SearchRepository } from './search.repository.ts'
import { parseQuery } from './search-query.ts'
import { snippetOf } from './snippet.ts'

export type SearchService = ReturnType<typeof createSearchService>

export function createSearchService({
  repository,
  ready,
  conditionsOf,
  summaries,
}: {
  repository: SearchRepository
  /** Brings the index up to the articles. */
  ready: () => Promise<void>
  conditionsOf: (filter: ArticleFilter, options: { scan: boolean }) => SearchConditions
  summaries: (ids: readonly ArticleId[]) => ArticleSummary[]
}) {
  return {
    /** A text without letters or digits finds nothing. */
    async query(input: {
      text: string
      rank: 'newest' | 'best'
      filter: ArticleFilter
      offset: number
      limit: number
    }): Promise<{ hits: SearchHit[]; hasMore: boolean }> {
      const query = parseQuery(input.text)
      if (!query) return { hits: [], hasMore: false }
      await ready()
      const conditions = conditionsOf(input.filter, { scan: true })
      const ids = repository[input.rank](query, conditions, input.offset, input.limit + 1)
      const needles = needlesOf(query.terms)
      const hits = summaries(ids.slice(0, input.limit)).map((article) => ({
        article,
        titleRanges: rangesOf(article.title, needles),
        ...snippetOf(`${article.dek}\n${repository.bodyText(article.id)}`.trimStart(), needles),
      }))
      return { hits, hasMore: ids.length > input.limit }
    },
  }
}

import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { ArticleSummary } from '#shared/contract/articles.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import { client, orpc } from '../../api/client.ts'
import type { LibraryView } from './library-view.ts'

const pageSize = 100
/** Rows beyond the edge of the view that are fetched, too. */
const ahead = 40
const searchPageSize = 50
/** The most that one call lists, and that one finds. */
const chunk = 500
const mostFound = 100

export interface ArticleRows {
  count: number
  /** There are more than `count`, how many is not known. */
  more: boolean
  /** Undefined while it is on its way. */
  at(index: number): ArticleSummary | undefined
  hitAt(index: number): SearchHit | undefined
  /** Asks for the rows from `first` to `last` as they come into view. */
  show(first: number, last: number): void
  /** The rows from `first` to `last`, fetched where need be; where there are more than `count`, `last` may be infinite. */
  between(first: number, last: number): Promise<ArticleSummary[]>
  pending: boolean
  error: Error | null
  retry(): void
}

/** The list in windows of a hundred: what is in view is fetched, whatever the size of the library. */
export function useListedRows({ filter, sort }: LibraryView, enabled: boolean): ArticleRows {
  const [[firstPage, lastPage], setPages] = useState<[number, number]>([0, 0])
  const optionsOf = useCallback(
    (page: number) =>
      orpc.articles.list.queryOptions({
        input: { filter, sort, offset: page * pageSize, limit: pageSize },
        gcTime: 60_000,
      }),
    [filter, sort],
  )
  const head = useQuery({ ...optionsOf(0), enabled, placeholderData: keepPreviousData })
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index)
  const results = useQueries({ queries: pages.map((page) => ({ ...optionsOf(page), enabled })) })

  const at = (index: number) => {
    const page = Math.floor(index / pageSize)
    const result = results[page - firstPage]?.data ?? (page === 0 ? head.data : undefined)
    return result?.items[index % pageSize]
  }
  const show = useCallback((first: number, last: number) => {
    const next: [number, number] = [
      Math.floor(Math.max(0, first - ahead) / pageSize),
      Math.floor((last + ahead) / pageSize),
    ]
    setPages((pages) => (pages[0] === next[0] && pages[1] === next[1] ? pages : next))
  }, [])
  const between = async (first: number, last: number) => {
    const offsets: number[] = []
    for (let offset = first; offset <= last; offset += chunk) offsets.push(offset)
    const pages = await Promise.all(
      offsets.map((offset) =>
        client.articles.list({ filter, sort, offset, limit: Math.min(chunk, last - offset + 1) }),
      ),
    )
    return pages.flatMap(({ items }) => items)
  }
  return {
    count: head.data?.total ?? 0,
    more: false,
    at,
    hitAt: () => undefined,
    show,
    between,
    pending: head.isPending,
    error: head.error,
    retry: () => void head.refetch(),
  }
}

/** What the full-text search finds, fetched on as the list is scrolled. */
export function useFoundRows({ filter, text, rank }: LibraryView, enabled: boolean): ArticleRows {
  const query = useInfiniteQuery(
    orpc.search.query.infiniteOptions({
      input: (offset: number) => ({ text: text.trim(), rank, filter, offset, limit: searchPageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (last.hasMore ? pages.length * searchPageSize : undefined),
      enabled,
      placeholderData: keepPreviousData,
      gcTime: 60_000,
    }),
  )
  const hits = useMemo(() => query.data?.pages.flatMap((page) => page.hits) ?? [], [query.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const show = useCallback(
    (_first: number, last: number) => {
      if (hasNextPage && !isFetchingNextPage && last >= hits.length - 10) void fetchNextPage()
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, hits.length],
  )
  return {
    count: hits.length,
    more: hasNextPage,
    at: (index) => hits[index]?.article,
    hitAt: (index) => hits[index],
    show,
    async between(first, last) {
      const found = [...hits]
      let more = hasNextPage
      while (more && found.length <= last) {
        const page = await client.search.query({
          text: text.trim(),
          rank,
          filter,
          offset: found.length,
          limit: mostFound,
        })
        found.push(...page.hits)
        more = page.hasMore
      }
      return found.slice(first, last + 1).map(({ article }) => article)
    },
    pending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  }
}

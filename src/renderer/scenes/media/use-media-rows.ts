import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ListedMedia } from '#shared/contract/media.ts'
import { client, orpc } from '../../api/client.ts'
import type { MediaView } from './media-view.ts'

const pageSize = 100
/** Pictures beyond the edge of the view that are fetched, too. */
const ahead = 40
/** The most that one call lists. */
const chunk = 500

export interface MediaRows {
  count: number
  /** Undefined while it is on its way. */
  at(index: number): ListedMedia | undefined
  /** Asks for the pictures from `first` to `last` as they come into view. */
  show(first: number, last: number): void
  /** The pictures from `first` to `last`, fetched where need be. */
  between(first: number, last: number): Promise<ListedMedia[]>
  pending: boolean
  error: Error | null
  retry(): void
}

/** The library's pictures in windows of a hundred: what is in view is fetched, however many there are. */
export function useMediaRows({ text, filter, sort }: MediaView): MediaRows {
  const [[firstPage, lastPage], setPages] = useState<[number, number]>([0, 0])
  const query = text.trim()
  const optionsOf = (page: number) =>
    orpc.media.list.queryOptions({
      input: { query, filter, sort, offset: page * pageSize, limit: pageSize },
      gcTime: 60_000,
    })
  const head = useQuery({ ...optionsOf(0), placeholderData: keepPreviousData })
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index)
  const results = useQueries({ queries: pages.map(optionsOf) })
  const show = useCallback((first: number, last: number) => {
    const next: [number, number] = [
      Math.floor(Math.max(0, first - ahead) / pageSize),
      Math.floor((last + ahead) / pageSize),
    ]
    setPages((shown) => (shown[0] === next[0] && shown[1] === next[1] ? shown : next))
  }, [])
  return {
    count: head.data?.total ?? 0,
    at(index) {
      const page = Math.floor(index / pageSize)
      const data = results[page - firstPage]?.data ?? (page === 0 ? head.data : undefined)
      return data?.items[index % pageSize]
    },
    show,
    async between(first, last) {
      const offsets: number[] = []
      for (let offset = first; offset <= last; offset += chunk) offsets.push(offset)
      const parts = await Promise.all(
        offsets.map((offset) =>
          client.media.list({ query, filter, sort, offset, limit: Math.min(chunk, last - offset + 1) }),
        ),
      )
      return parts.flatMap(({ items }) => items)
    },
    pending: head.isPending,
    error: head.error,
    retry: () => void head.refetch(),
  }
}

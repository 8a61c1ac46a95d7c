import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LinkedArticle } from '#shared/contract/links.ts'
import { linkedArticle } from '#shared/document/link/link-target.ts'
import { orpc } from './client.ts'

/** The article that an address names; null for one that the library does not have, undefined for any other address. */
export function useLinkedArticle(href: string): LinkedArticle | null | undefined {
  const uid = linkedArticle(href)
  const { data } = useQuery(
    orpc.links.resolve.queryOptions({ input: { uids: uid ? [uid] : [] }, enabled: uid !== null }),
  )
  return uid === null ? undefined : data && (data[0] ?? null)
}

/** Articles to link to, as somebody types. */
export function useLinkChoices(text: string, enabled: boolean): LinkedArticle[] {
  const { data } = useQuery(
    orpc.links.find.queryOptions({ input: { text }, enabled, placeholderData: keepPreviousData }),
  )
  return enabled ? (data ?? []) : []
}

import { ORPCError } from '@orpc/client'
import type { Article } from '#shared/contract/articles.ts'
import { DisconnectedError } from '../../../api/connection.ts'

export type SaveFailure =
  | { kind: 'conflict'; current: Article }
  | { kind: 'offline' }
  | { kind: 'gone' }
  /** `retry`: it may well succeed later without anybody changing the article. */
  | { kind: 'failed'; retry: boolean }

export function saveFailure(error: unknown): SaveFailure {
  if (error instanceof DisconnectedError) return { kind: 'offline' }
  if (!(error instanceof ORPCError)) return { kind: 'failed', retry: true }
  switch (error.code) {
    case 'CONFLICT':
      return { kind: 'conflict', current: error.data.current }
    case 'NOT_FOUND':
      return error.data?.entity === 'article' ? { kind: 'gone' } : { kind: 'failed', retry: true }
    case 'STORAGE':
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'failed', retry: true }
    default:
      return { kind: 'failed', retry: false }
  }
}

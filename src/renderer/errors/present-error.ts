import { ORPCError } from '@orpc/client'
import i18next from 'i18next'
import { DisconnectedError } from '../api/connection.ts'
import { textOf } from '../i18n/text-or.ts'

export interface PresentedError {
  title: string
  /** What to do next. */
  next: string
  /** Free text of the core: a path, a message of the system. */
  detail: string
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function dataOf(error: ORPCError<string, unknown>): Record<string, unknown> {
  return typeof error.data === 'object' && error.data !== null ? { ...error.data } : {}
}

/** The most exact key of the `errors` namespace that says what happened. */
function keyOf(error: ORPCError<string, unknown>): string {
  const { reason, entity } = dataOf(error)
  switch (error.code) {
    case 'CONFLICT':
      return 'conflict'
    case 'NOT_FOUND': {
      const exact = `notFoundEntity.${text(entity)}`
      return i18next.exists(`errors:${exact}.title`) ? exact : 'notFound'
    }
    case 'INVALID':
    case 'REFUSED': {
      const exact = `${error.code}.${text(reason)}`
      return i18next.exists(`errors:${exact}.title`) ? exact : `${error.code}.other`
    }
    case 'STORAGE':
      return `STORAGE.${text(reason)}`
    case 'INTERNAL_SERVER_ERROR':
      return 'internal'
    case 'BAD_REQUEST':
      return 'badInput'
    default:
      return 'unknown'
  }
}

/** Any failure of a call, in the language of the interface. */
export function presentError(error: unknown): PresentedError {
  const presented = (key: string, values?: Record<string, string>, detail = '') => ({
    title: textOf(`errors:${key}.title`, values) ?? '',
    next: textOf(`errors:${key}.next`, values) ?? '',
    detail,
  })
  if (error instanceof DisconnectedError) return presented('disconnected')
  if (!(error instanceof ORPCError)) {
    return presented('unknown', undefined, error instanceof Error ? error.message : '')
  }
  const { detail, logId } = dataOf(error)
  return presented(keyOf(error), { logId: text(logId) }, text(detail))
}

/** The `reason` of an INVALID or REFUSED error; '' for anything else. */
export const reasonOf = (error: unknown): string =>
  error instanceof ORPCError ? text(dataOf(error).reason) : ''

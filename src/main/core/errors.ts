import { ORPCError } from '@orpc/server'

/** The errors of `contract/base.ts`, as the services throw them. */
export const notFound = (entity: string, id?: string | number) =>
  new ORPCError('NOT_FOUND', { data: { entity, id } })

export const invalid = (reason: string, detail?: string) =>
  new ORPCError('INVALID', { data: { reason, detail } })

export const refused = (reason: string, detail?: string) =>
  new ORPCError('REFUSED', { data: { reason, detail } })

export const conflict = <T>(current: T) => new ORPCError('CONFLICT', { data: { current } })

const storageReasons: Record<string, 'disk-full' | 'read-only' | 'io' | 'corrupt' | 'locked'> = {
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'io',
  SQLITE_IOERR: 'io',
  SQLITE_CORRUPT: 'corrupt',
  SQLITE_NOTADB: 'corrupt',
  SQLITE_BUSY: 'locked',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'io',
}

/** The STORAGE error for what SQLite or the file system reported; undefined when it is something else. */
export function storageError(error: unknown) {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const code = error.code
  const reason = storageReasons[code] ?? storageReasons[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? '']
  return reason && new ORPCError('STORAGE', { data: { reason, detail: error.message }, cause: error })
}

import { notServed, type Served } from './served.ts'

export type FindExport = (key: string) => { path: string; name: string } | null

/** A file that was asked for by an export: to be kept, not to be shown. */
export function serveExport(find: FindExport, key: string): Served {
  const file = find(key)
  if (!file) return notServed()
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    },
    body: { file: file.path },
  }
}

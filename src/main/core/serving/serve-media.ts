import { notServed, type Served } from './served.ts'

export type FindMedia = (id: string) => { path: string; mime: string } | null

/**
 * A picture: `<id>` is the original, whose address is its content, so that it never changes. `<id>/thumbnail` is a
 * small form, or the original until there is one.
 */
export function serveMedia(find: { media: FindMedia; thumbnail: FindMedia }, path: string): Served {
  const [, id, small] = /^([0-9a-f]{64})(\/thumbnail)?$/.exec(path) ?? []
  const thumbnail = id && small ? find.thumbnail(id) : null
  const media = thumbnail ?? (id ? find.media(id) : null)
  if (!media) return notServed()
  const lasting = thumbnail !== null || !small
  return {
    status: 200,
    headers: {
      'content-type': media.mime,
      'cache-control': lasting ? 'private, max-age=31536000, immutable' : 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      // An SVG opened by itself is a document.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
    body: { file: media.path },
  }
}

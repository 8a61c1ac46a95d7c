import { notServed, type Served } from './served.ts'

export type FindMedia = (id: string) => { path: string; mime: string } | null

/** The original of a picture. Its address is its content, so it never changes. */
export function serveMedia(find: FindMedia, id: string): Served {
  const media = /^[0-9a-f]{64}$/.test(id) ? find(id) : null
  if (!media) return notServed()
  return {
    status: 200,
    headers: {
      'content-type': media.mime,
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      // An SVG opened by itself is a document.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
    body: { file: media.path },
  }
}

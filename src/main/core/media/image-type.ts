import type { Media } from '#shared/contract/media.ts'

/** Bytes. */
export const largestFile = 50 * 1024 * 1024

export type ImageType = Media['mime']

export const imageExtensions: Record<ImageType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte)

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

const tiffLike = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

/**
 * What the bytes are, whatever the file is called. 'other' is a picture of a kind that a site cannot use (BMP, TIFF,
 * HEIC, ICO, PSD, JPEG XL); null is no picture.
 */
export function imageType(bytes: Uint8Array): ImageType | 'other' | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12)
    if (brand === 'avif' || brand === 'avis') return 'image/avif'
    return /^(hei[cfmsx]|hev[cmsx]|mif1|msf1)$/.test(brand) ? 'other' : null
  }
  if (startsWith(bytes, [0x42, 0x4d]) && startsWith(bytes, [0, 0, 0, 0], 6)) return 'other'
  if (tiffLike.some((signature) => startsWith(bytes, signature))) return 'other'
  if (startsWith(bytes, [0, 0, 1, 0]) || ascii(bytes, 0, 4) === '8BPS') return 'other'
  if (startsWith(bytes, [0xff, 0x0a]) || ascii(bytes, 4, 8) === 'JXL ') return 'other'
  return isSvg(bytes) ? 'image/svg+xml' : null
}

function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart()
  if (!start.startsWith('<')) return false
  const root = start.replace(
    /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>|\s+(?=<)/gi,
    '',
  )
  return /^\s*<([a-z][\w.-]*:)?svg[\s>/]/i.test(root)
}

import sharp from 'sharp'
import type { ImageType } from './image-type.ts'

/** Whether a picture moves. sharp reads one frame of a PNG or AVIF and does not say that there are more. */
export async function isAnimated(bytes: Buffer, mime: ImageType): Promise<boolean> {
  if (mime === 'image/png') return hasAnimationChunk(bytes)
  if (mime === 'image/avif') return bytes.toString('latin1', 8, 12) === 'avis'
  if (mime !== 'image/gif' && mime !== 'image/webp') return false
  const { pages = 1 } = await sharp(bytes).metadata()
  return pages > 1
}

/** `acTL` stands before the first image data of an APNG. */
function hasAnimationChunk(png: Buffer): boolean {
  for (let at = 8; at + 8 <= png.length; ) {
    const name = png.toString('latin1', at + 4, at + 8)
    if (name === 'acTL') return true
    if (name === 'IDAT') return false
    at += png.readUInt32BE(at) + 12
  }
  return false
}

import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { PictureEdit } from '#shared/contract/media.ts'
import type { ImageType } from './image-type.ts'
import { largestPixels } from './inspect-image.ts'

const encoders: Partial<Record<ImageType, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 92 }),
  'image/avif': (image) => image.avif({ quality: 75, effort: 3 }),
  'image/gif': (image) => image.png(),
}

/** The bytes of a picture after an edit, in its own format; a still GIF becomes a PNG. */
export async function editPicture(
  file: string,
  mime: ImageType,
  { rotate, flipX, flipY, crop }: PictureEdit,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = sharp(await readFile(file), { limitInputPixels: largestPixels, failOn: 'truncated' })
  const { data, info } = await source.autoOrient().raw().toBuffer({ resolveWithObject: true })
  const upright = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  // sharp mirrors before it turns; after a quarter turn, across is what was down before.
  const quarter = rotate % 180 !== 0
  if (quarter ? flipY : flipX) upright.flop()
  if (quarter ? flipX : flipY) upright.flip()
  const turned = await upright.rotate(rotate).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = turned.info
  const image = sharp(turned.data, { raw: { width, height, channels } })
  if (crop) {
    const left = Math.min(width - 1, Math.round(crop.x * width))
    const top = Math.min(height - 1, Math.round(crop.y * height))
    image.extract({
      left,
      top,
      width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
      height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
    })
  }
  const bytes = await (encoders[mime]?.(image) ?? image.png()).toBuffer()
  return new Uint8Array(bytes)
}

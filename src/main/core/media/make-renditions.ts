import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { Rendition } from '#shared/contract/media.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'
import { fingerprint } from './fingerprint.ts'
import { largestPixels } from './inspect-image.ts'
import { isAnimated } from './is-animated.ts'
import { mediaFilePath, renditionPath } from './media-file.ts'
import { type DeriveRequest, phoneBytesOf } from './picture-work.ts'
import type { Derived } from './rendition.repository.ts'

const widths = [480, 960, 1440, 1920]
/** AVIF takes ten times as long as WebP; the least effort is already smaller than WebP at its best. */
const encoders: Record<Rendition['format'], (image: Sharp) => Sharp> = {
  webp: (image) => image.webp({ quality: 78, effort: 4 }),
  avif: (image) => image.avif({ quality: 52, effort: 2 }),
}

/** The widths that are smaller than the picture, and its own up to the largest: no screen gets less than it has. */
const widthsOf = (width: number): number[] => {
  const largest = Math.min(width, widths.at(-1) as number)
  return [...widths.filter((one) => one < largest), largest]
}

/**
 * Makes and writes the smaller forms of a picture: turned as it is shown, metadata stripped but for the colour
 * profile. A drawing needs none; of an animation there is one still form for lists.
 */
export async function makeRenditions({ id, mime, bytes, libraryFolder }: DeriveRequest): Promise<Derived> {
  const original = await readFile(mediaFilePath(libraryFolder, id, mime))
  const image = sharp(original, { limitInputPixels: largestPixels, failOn: 'none' }).autoOrient()
  const print = await fingerprint(image)
  if (mime === 'image/svg+xml')
    return { renditions: [], animated: false, fingerprint: print, phoneBytes: bytes }
  const { autoOrient } = await image.metadata()
  const animated = await isAnimated(original, mime)

  async function make(format: Rendition['format'], width: number): Promise<Rendition> {
    const encoded = encoders[format](
      image.clone().resize({ width, withoutEnlargement: true }).keepIccProfile(),
    )
    const content = await encoded.toBuffer()
    await writeFileAtomically(renditionPath(libraryFolder, id, { format, width }), content)
    return { format, width, bytes: content.length }
  }

  if (animated) {
    const still = await make('webp', Math.min(widths[0] as number, autoOrient.width))
    return { renditions: [still], animated, fingerprint: print, phoneBytes: bytes }
  }
  const renditions: Rendition[] = []
  for (const format of ['avif', 'webp'] as const) {
    const forms: Rendition[] = []
    for (const width of widthsOf(autoOrient.width)) forms.push(await make(format, width))
    renditions.push(...forms)
  }
  return { renditions, animated, fingerprint: print, phoneBytes: phoneBytesOf(bytes, renditions) }
}

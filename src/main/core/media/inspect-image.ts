import sharp from 'sharp'
import { invalid } from '../errors.ts'
import { type ImageType, imageType, largestFile } from './image-type.ts'
import { svgProblem } from './svg-problem.ts'

export const largestPixels = 100_000_000

export interface ImageFacts {
  mime: ImageType
  /** Pixels as shown, orientation applied. */
  width: number
  height: number
}

/** Says what a picture is and refuses what cannot stand on a site. Errors as in `media.upload`. */
export async function inspectImage(bytes: Uint8Array): Promise<ImageFacts> {
  if (bytes.length > largestFile) throw invalid('too-large', `${bytes.length} bytes`)
  const mime = imageType(bytes)
  if (mime === null) throw invalid('not-an-image')
  if (mime === 'other') throw invalid('unsupported-image')
  if (mime === 'image/svg+xml') {
    const problem = svgProblem(bytes)
    if (problem) throw invalid('unsupported-image', problem)
  }
  try {
    const image = sharp(bytes, { limitInputPixels: largestPixels, failOn: 'truncated' })
    const { autoOrient } = await image.metadata()
    // The header alone says nothing about a file that was cut off.
    await image.resize(64, 64, { fit: 'inside', fastShrinkOnLoad: true }).raw().toBuffer()
    return { mime, width: autoOrient.width, height: autoOrient.height }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    if (/pixel limit|too large|limit/i.test(detail)) throw invalid('too-large', detail)
    throw invalid('not-an-image', detail)
  }
}

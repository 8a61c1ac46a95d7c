import type { PictureEdit, Rendition } from '#shared/contract/media.ts'
import type { ImageType } from './image-type.ts'
import type { ImageFacts } from './inspect-image.ts'
import type { LookAlike } from './look-alikes.ts'
import type { Derived } from './rendition.repository.ts'

/** What the picture worker is asked, by name, and what it answers. */
export interface PictureOperations {
  /** Errors as in `media.upload`. */
  inspect: { request: { bytes: Uint8Array<ArrayBuffer> }; result: ImageFacts }
  derive: { request: DeriveRequest; result: Derived }
  edit: {
    request: { file: string; mime: ImageType; edit: PictureEdit }
    result: Uint8Array<ArrayBuffer>
  }
  lookAlikes: { request: LookAlike[]; result: string[][] }
}

export interface DeriveRequest {
  id: string
  mime: ImageType
  bytes: number
  libraryFolder: string
}

export type PictureOperation = keyof PictureOperations

export interface ToPictureWorker {
  id: number
  operation: PictureOperation
  request: unknown
}

/** `invalid`: the reason of an INVALID error. `code`: of an error of the system. */
export type FromPictureWorker = { id: number } & (
  | { result: unknown }
  | { error: { message: string; invalid?: string; code?: string } }
)

/** The width that a phone's screen asks for, in its own pixels. */
const phoneWidth = 960

/** What a phone loads: its kind of screen takes the smallest form that is sharp on it. */
export function phoneBytesOf(bytes: number, renditions: readonly Rendition[]): number {
  const best = renditions.some(({ format }) => format === 'avif') ? 'avif' : 'webp'
  const forms = renditions.filter(({ format }) => format === best).sort((a, b) => a.width - b.width)
  return (forms.find(({ width }) => width >= phoneWidth) ?? forms.at(-1))?.bytes ?? bytes
}

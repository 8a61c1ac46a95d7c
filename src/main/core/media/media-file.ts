import { join } from 'node:path'
import type { Rendition } from '#shared/contract/media.ts'
import { mediaFolder } from '../database/open-library.ts'
import { type ImageType, imageExtensions } from './image-type.ts'

/** The file's name in the library and on the site. */
export const mediaFileName = (id: string, mime: ImageType): string => `${id}.${imageExtensions[mime]}`

/** Where an original lies: `media/<aa>/<sha256>.<ext>`, spread over 256 folders. */
export const mediaFilePath = (libraryFolder: string, id: string, mime: ImageType): string =>
  join(mediaFolder(libraryFolder), id.slice(0, 2), mediaFileName(id, mime))

/** Raise it when the same picture makes other renditions: they are all made again. */
export const renditionRecipe = 1

type Form = Pick<Rendition, 'format' | 'width'>

/** Named after what it is made from and how, in the library and on the site. */
export const renditionFileName = (id: string, { format, width }: Form): string =>
  `${id}-${width}-${renditionRecipe}.${format}`

/** Renditions can be made again at any time, so they stand apart from what must be kept. */
export const renditionsFolder = (libraryFolder: string): string =>
  join(mediaFolder(libraryFolder), 'renditions')

export const renditionPath = (libraryFolder: string, id: string, form: Form): string =>
  join(renditionsFolder(libraryFolder), id.slice(0, 2), renditionFileName(id, form))

import { join } from 'node:path'
import { mediaFolder } from '../database/open-library.ts'
import { type ImageType, imageExtensions } from './image-type.ts'

/** The file's name in the library and on the site. */
export const mediaFileName = (id: string, mime: ImageType): string => `${id}.${imageExtensions[mime]}`

/** Where an original lies: `media/<aa>/<sha256>.<ext>`, spread over 256 folders. */
export const mediaFilePath = (libraryFolder: string, id: string, mime: ImageType): string =>
  join(mediaFolder(libraryFolder), id.slice(0, 2), mediaFileName(id, mime))

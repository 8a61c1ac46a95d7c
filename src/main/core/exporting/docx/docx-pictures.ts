import { readFile } from 'node:fs/promises'
import type { FindPicture } from '../exported-article.ts'
import type { DocxPicture } from './docx-state.ts'

/** Pictures in formats that every Word shows. */
export async function docxPictures(
  ids: readonly string[],
  find: FindPicture,
): Promise<Map<string, DocxPicture>> {
  const pictures = new Map<string, DocxPicture>()
  for (const id of ids) {
    const found = find(id)
    const bytes = found && (await readFile(found.path).catch(() => null))
    if (!bytes) continue
    const { width, height, mime } = found
    if (mime === 'image/jpeg') pictures.set(id, { data: bytes, type: 'jpg', width, height })
    else if (mime === 'image/gif') pictures.set(id, { data: bytes, type: 'gif', width, height })
    else if (mime === 'image/png') pictures.set(id, { data: bytes, type: 'png', width, height })
    else {
      const { default: sharp } = await import('sharp')
      pictures.set(id, { data: await sharp(bytes).rotate().png().toBuffer(), type: 'png', width, height })
    }
  }
  return pictures
}

import { readFile } from 'node:fs/promises'
import type { FindPicture } from '../exported-article.ts'

/** The widest that an article of an account is shown, in pixels. */
const widest = 1080

/** Pictures as data: addresses in formats that accounts take: no WebP, AVIF or SVG; nothing wider than is shown. */
export async function weChatPictures(
  ids: readonly string[],
  find: FindPicture,
): Promise<Map<string, string>> {
  const { default: sharp } = await import('sharp')
  const addresses = new Map<string, string>()
  for (const id of ids) {
    const picture = find(id)
    const bytes = picture && (await readFile(picture.path).catch(() => null))
    if (!bytes) continue
    if (picture.mime === 'image/gif') {
      addresses.set(id, `data:image/gif;base64,${bytes.toString('base64')}`)
      continue
    }
    const resized = sharp(bytes).rotate().resize({ width: widest, withoutEnlargement: true })
    const isPhoto = picture.mime === 'image/jpeg' || !(await sharp(bytes).metadata()).hasAlpha
    const format = isPhoto && picture.mime !== 'image/png' ? 'jpeg' : 'png'
    const made = await (format === 'jpeg' ? resized.jpeg({ quality: 85 }) : resized.png()).toBuffer()
    addresses.set(id, `data:image/${format};base64,${made.toString('base64')}`)
  }
  return addresses
}

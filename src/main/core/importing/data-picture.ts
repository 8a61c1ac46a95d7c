import { createHash } from 'node:crypto'
import { imageType } from '../media/image-type.ts'
import type { Picture } from './imported-article.ts'

/** The picture inside a data: address; null when there is none that a site could show. */
export function dataPicture(address: string): Picture | null {
  const comma = address.indexOf(',')
  if (!/^data:/i.test(address) || comma < 0) return null
  const encoding = /;\s*base64\s*$/i.test(address.slice(0, comma)) ? 'base64' : 'utf8'
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(Buffer.from(decodeURIComponent(address.slice(comma + 1)), encoding))
  } catch {
    return null
  }
  const type = imageType(bytes)
  if (type === null || type === 'other') return null
  return { id: createHash('sha256').update(bytes).digest('hex'), bytes, name: '' }
}

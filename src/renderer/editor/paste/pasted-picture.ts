import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Bytes; a longer one is refused by the library anyway. */
const largest = 50 * 1024 * 1024

/**
 * The picture inside a data: address, with the id that the library will know it by. The digest is made at once, not
 * later, so that the text names the picture from its first moment. Null when it is none.
 */
export function pastedPicture(address: string): { id: string; file: File } | null {
  const [, mime, parameters = '', content = ''] =
    /^data:(image\/[\w.+-]+)((?:;[^,]*)?),([\s\S]*)$/i.exec(address) ?? []
  if (!mime || content.length > largest * 1.4) return null
  try {
    const bytes = /;\s*base64\s*$/i.test(parameters)
      ? fromBase64(content)
      : new TextEncoder().encode(decodeURIComponent(content))
    const extension = mime
      .toLowerCase()
      .replace('image/', '')
      .replace('jpeg', 'jpg')
      .replace('svg+xml', 'svg')
    return { id: bytesToHex(sha256(bytes)), file: new File([bytes], `pasted.${extension}`, { type: mime }) }
  } catch {
    return null
  }
}

function fromBase64(content: string): Uint8Array<ArrayBuffer> {
  const binary = atob(decodeURIComponent(content).replace(/\s+/g, ''))
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}

import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Media } from '#shared/contract/media.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { usedMedia } from '#shared/document/plain-text.ts'
import { imageExtensions } from '../media/image-type.ts'
import type { Picture } from './imported-article.ts'

/** Pictures that an exported file names after their content and that lie beside it in `media/`. */
export async function picturesBeside(file: string, ids: readonly string[]): Promise<Picture[]> {
  const found: Picture[] = []
  for (const id of ids) {
    for (const extension of new Set(Object.values(imageExtensions))) {
      const name = `${id}.${extension}`
      const bytes = await readFile(join(dirname(file), 'media', name)).catch(() => null)
      if (!bytes) continue
      found.push({ id, name, bytes: new Uint8Array(bytes) })
      break
    }
  }
  return found
}

export const mediaOf = (doc: NodeJson, cover: string | null): string[] =>
  cover === null ? usedMedia(doc) : [...new Set([cover, ...usedMedia(doc)])]

/** A picture that says nothing of its size has that of its file. */
export function withSizes<T extends NodeJson>(node: T, find: (id: string) => Media | undefined): T {
  const { media, width } = node.attrs ?? {}
  const size = typeof media === 'string' && !width ? find(media) : undefined
  return {
    ...node,
    ...(size && { attrs: { ...node.attrs, width: size.width, height: size.height } }),
    ...(node.content && { content: node.content.map((child) => withSizes(child, find)) }),
  }
}

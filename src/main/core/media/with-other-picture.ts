import type { Media } from '#shared/contract/media.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'

/** The document with one picture in the place of another; its words stay, its size is the new one's. */
export function withOtherPicture(doc: DocumentJson, from: string, to: Media): DocumentJson {
  const change = (node: NodeJson): NodeJson => {
    const content = node.content?.map(change)
    const attrs =
      node.attrs?.media === from
        ? { ...node.attrs, media: to.id, width: to.width, height: to.height }
        : node.attrs
    return { ...node, ...(attrs && { attrs }), ...(content && { content }) }
  }
  return { ...doc, content: doc.content?.map(change) ?? [] }
}

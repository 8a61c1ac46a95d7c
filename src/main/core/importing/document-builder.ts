import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'

export const textBlock = (type: 'paragraph' | 'heading', text: string): NodeJson => ({
  type,
  ...(type === 'heading' && { attrs: { level: 2 } }),
  content: [{ type: 'text', text }],
})

export const documentOf = (content: NodeJson[]): DocumentJson => ({
  type: 'doc',
  content: content.length > 0 ? content : [{ type: 'paragraph' }],
})

/** Texts of the headings, in order. */
export function headingsOf(doc: NodeJson): string[] {
  const found: string[] = []
  const text = (node: NodeJson): string => node.text ?? (node.content ?? []).map(text).join('')
  const visit = (node: NodeJson) => {
    if (node.type === 'heading') found.push(text(node))
    else node.content?.forEach(visit)
  }
  visit(doc)
  return found
}

/** The document without the image nodes that `drop` picks. */
export function withoutImages(doc: DocumentJson, drop: (image: NodeJson) => boolean): DocumentJson {
  const keep = (node: NodeJson): NodeJson => ({
    ...node,
    ...(node.content && {
      content: node.content.filter((child) => !(child.type === 'image' && drop(child))).map(keep),
    }),
  })
  return documentOf(
    (keep(doc).content ?? []).filter((node) => node.type !== 'blockquote' || node.content?.length),
  )
}

import type { NodeDefinition } from './definition.ts'
import type { NodeJson } from './document-json.ts'
import { linkedArticle } from './link/link-target.ts'
import { publishedDocument } from './published-document.ts'

import { nodes } from './schema.ts'

const definitions = new Map<string, NodeDefinition>(Object.entries(nodes))

/** The text of a document as readers get it, one line a text block, footnotes at the end. What search, counts and snippets work on. */
export function plainText(doc: NodeJson): string {
  const lines: string[] = []
  const notes: string[] = []
  const visit = (node: NodeJson): string => {
    if (node.text !== undefined) return node.text
    if (node.type === 'footnote') {
      notes.push((node.content ?? []).map(visit).join(''))
      return ''
    }
    let inline = ''
    for (const child of node.content ?? []) {
      const spec = definitions.get(child.type)?.spec
      if (child.type === 'text' || spec?.inline) inline += visit(child)
      else {
        const text = visit(child)
        if (text) lines.push(text)
      }
    }
    return definitions.get(node.type)?.plainText?.(node) ?? inline
  }
  visit(publishedDocument(doc))
  return [...lines, ...notes].join('\n')
}

/** Articles that a document links to, by uid, each once. */
export function linkedArticles(doc: NodeJson): string[] {
  const uids = new Set<string>()
  const visit = (node: NodeJson) => {
    for (const mark of node.marks ?? []) {
      const uid = mark.type === 'link' ? linkedArticle(mark.attrs?.href) : null
      if (uid) uids.add(uid)
    }
    node.content?.forEach(visit)
  }
  visit(doc)
  return [...uids]
}

/** Media files that a document shows, each once. */
export function usedMedia(doc: NodeJson): string[] {
  const ids = new Set<string>()
  const visit = (node: NodeJson) => {
    const media = node.attrs?.media
    if (typeof media === 'string') ids.add(media)
    node.content?.forEach(visit)
  }
  visit(doc)
  return [...ids]
}

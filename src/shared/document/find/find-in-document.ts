import type { Node } from 'prosemirror-model'
import { type FindOptions, replacementOf, textPattern } from './text-pattern.ts'

export interface TextMatch {
  from: number
  to: number
  /** What would take its place. */
  replacement: string
}

/** What an inline leaf (a picture, a formula) counts as: one character that no query holds. */
const leaf = '\ufffc'

/** Every place of `query` in the text blocks of a document, footnotes too, in order. Empty matches are none. */
export function findInDocument(
  doc: Node,
  query: string,
  options: FindOptions,
  replacement = '',
  limit = Number.POSITIVE_INFINITY,
): TextMatch[] {
  const pattern = textPattern(query, options)
  const matches: TextMatch[] = []
  if (!pattern) return matches
  const search = (text: string, start: number) => {
    for (const match of text.matchAll(pattern)) {
      if (matches.length >= limit) return
      // What a formula or a footnote stands for is not replaced with the text around it.
      if (match[0] === '' || match[0].includes(leaf)) continue
      const from = start + match.index
      matches.push({
        from,
        to: from + match[0].length,
        replacement: replacementOf(match, replacement, options),
      })
    }
  }
  doc.descendants((node, position) => {
    if (!node.inlineContent) return true
    let text = ''
    const notes: [string, number][] = []
    node.forEach((child, offset) => {
      if (child.isText) text += child.text
      else {
        if (child.content.size > 0) notes.push([child.textContent, position + offset + 2])
        text += leaf.repeat(child.nodeSize)
      }
    })
    const first = matches.length
    search(text, position + 1)
    for (const [note, start] of notes) search(note, start)
    if (notes.length > 0) matches.push(...matches.splice(first).sort((a, b) => a.from - b.from))
    return false
  })
  return matches
}

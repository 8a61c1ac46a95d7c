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

/** What a line break counts as: the end of a line for an expression, another than those that code is written with. */
const lineBreak = '\u2028'

const moreThanText = /[\ufffc\u2028]/

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
      // Formulas, footnotes and line breaks are not replaced with the text around them.
      if (match[0] === '' || moreThanText.test(match[0])) continue
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
        text += child.type.name === 'hardBreak' ? lineBreak : leaf.repeat(child.nodeSize)
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

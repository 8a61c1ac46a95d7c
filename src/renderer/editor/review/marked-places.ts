import type { Mark, Node } from '@tiptap/pm/model'
import { suggestionMarks } from '#shared/document/suggestion/suggestion.ts'

export interface Place {
  from: number
  to: number
}

export interface SuggestionPlace extends Place {
  id: string
  author: string
  at: number
  inserted: string
  deleted: string
  /** Words that get another form, or the text of a block that does. */
  reformed: string
  /** Blocks and boundaries of blocks come or go. */
  blocks: { inserted: boolean; deleted: boolean }
}

export interface MarkedPlaces {
  /** Where each thread of comments stands, from its first word to its last. */
  threads: ReadonlyMap<string, Place>
  /** In the order of the text. */
  suggestions: readonly SuggestionPlace[]
}

/** Reads a whole document: to be called in a pause. */
export function markedPlaces(doc: Node): MarkedPlaces {
  const threads = new Map<string, Place>()
  const suggestions = new Map<string, SuggestionPlace>()
  doc.descendants((node, from) => {
    const to = from + node.nodeSize
    for (const mark of node.marks) {
      if (mark.type.name === 'comment') widen(threads, mark.attrs.thread, from, to)
      else if (suggestionMarks.has(mark.type.name)) note(suggestions, mark, node, from, to)
    }
  })
  return { threads, suggestions: [...suggestions.values()] }
}

function widen(threads: Map<string, Place>, thread: string, from: number, to: number): void {
  const known = threads.get(thread)
  if (known) known.to = to
  else threads.set(thread, { from, to })
}

function note(found: Map<string, SuggestionPlace>, mark: Mark, node: Node, from: number, to: number): void {
  const { id, author, at, joined } = mark.attrs
  let place = found.get(id)
  if (!place) {
    const blocks = { inserted: false, deleted: false }
    place = { id, author, at, from, to, inserted: '', deleted: '', reformed: '', blocks }
    found.set(id, place)
  }
  place.to = Math.max(place.to, joined ? from + 1 : to)
  const text = joined ? '' : node.isText ? (node.text ?? '') : node.textContent
  if (mark.type.name === 'modification') place.reformed += text
  else if (mark.type.name === 'insertion') {
    place.inserted += text
    if (node.isBlock) place.blocks.inserted = true
  } else {
    place.deleted += text
    if (node.isBlock) place.blocks.deleted = true
  }
}

import type { NodeJson } from '../document-json.ts'
import { holdSpaces, writeHeldSpaces } from '../held-spaces.ts'
import { publishedDocument } from '../published-document.ts'
import { inlineState, type MarkdownContext, type MarkdownState } from './block.ts'
import { blocksMarkdown } from './blocks.ts'
import { inlineMarkdown } from './inline.ts'

export type { MarkdownContext } from './block.ts'

/**
 * The body of an article as Markdown of GitHub's kind, with `==highlight==`, `$formulas$` and `[^1]` notes; what has no
 * words in it is HTML as pages have it. `parseMarkdown` reads all of it back.
 */
export function documentMarkdown(doc: NodeJson, context: MarkdownContext): string {
  const state: MarkdownState = { ...context, notes: [] }
  const body = blocksMarkdown(holdSpaces(publishedDocument(doc)).content ?? [], state)
  // A note holds no notes, so their number does not grow meanwhile.
  const notes = state.notes.map((content, index) =>
    `[^${index + 1}]: ${inlineMarkdown(content, inlineState(state, true))}`.trimEnd(),
  )
  return `${writeHeldSpaces([body, ...notes].filter((text) => text !== '').join('\n\n'))}\n`
}

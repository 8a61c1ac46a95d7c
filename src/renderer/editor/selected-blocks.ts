import type { Editor } from '@tiptap/core'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { blockRanges, positionsOf } from './move/move-blocks.ts'

/** What is selected as a document of its own; without a selection the block of the caret. */
export function selectedBlocks({ state }: Editor): DocumentJson {
  const { doc, selection } = state
  const whole = blockRanges(selection).at(-1)
  const positions = whole && positionsOf(whole)
  const content =
    selection.empty && positions
      ? doc.slice(positions.from, positions.to).content
      : selection.content().content
  const document =
    doc.type.createAndFill(null, content) ?? (positions && doc.cut(positions.from, positions.to))
  return (document ?? doc).toJSON() as DocumentJson
}

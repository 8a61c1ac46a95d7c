import type { Editor } from '@tiptap/core'
import { createTable } from '@tiptap/extension-table'
import { insertWithin } from './insert-block.ts'

/** A table of empty cells under a row of headers, with the caret in the first one. */
export function insertTable({ schema, state, view }: Editor, rows = 3, columns = 3): void {
  view.dispatch(insertWithin(state.tr, createTable(schema, rows, columns, true)))
  view.focus()
}

/** A collapsible block; the line with the caret becomes its summary. */
export function insertDetails({ schema, state, view }: Editor): void {
  const { details, detailsSummary, detailsContent, paragraph } = schema.nodes
  if (!details || !detailsSummary || !detailsContent || !paragraph) return
  const { $from, $to } = state.selection
  const line = $from.sameParent($to) && $from.parent.type === paragraph ? $from.parent : null
  const block = details.create(null, [
    detailsSummary.create(null, line?.content),
    detailsContent.create(null, paragraph.create()),
  ])
  const { tr } = state
  // The line is taken away first, so that the block stands in its place.
  if (line) tr.delete($from.start(), $from.end())
  view.dispatch(insertWithin(tr, block))
  view.focus()
}

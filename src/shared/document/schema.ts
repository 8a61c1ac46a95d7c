import { Schema } from 'prosemirror-model'
import { blockquote } from './blockquote/blockquote.ts'
import { callout } from './callout/callout.ts'
import { codeBlock } from './code-block/code-block.ts'
import { comment } from './comment/comment.ts'
import type { MarkDefinition, NodeDefinition } from './definition.ts'
import { details, detailsContent, detailsSummary } from './details/details.ts'
import { doc } from './doc/doc.ts'
import { embed } from './embed/embed.ts'
import { bold, code, italic, strike, underline } from './emphasis/emphasis.ts'
import { footnote } from './footnote/footnote.ts'
import { gallery } from './gallery/gallery.ts'
import { hardBreak } from './hard-break/hard-break.ts'
import { heading } from './heading/heading.ts'
import { highlight } from './highlight/highlight.ts'
import { horizontalRule } from './horizontal-rule/horizontal-rule.ts'
import { image } from './image/image.ts'
import { link } from './link/link.ts'
import { bulletList, listItem, orderedList } from './list/list.ts'
import { mathBlock, mathInline } from './math/math.ts'
import { paragraph } from './paragraph/paragraph.ts'
import { pullQuote } from './pull-quote/pull-quote.ts'
import { subscript, superscript } from './script/script.ts'
import { deletion, insertion, modification } from './suggestion/suggestion.ts'
import { table, tableCell, tableHeader, tableRow } from './table/table.ts'
import { taskItem, taskList } from './task-list/task-list.ts'
import { text } from './text/text.ts'

/** Order matters: the first block is what an empty document is filled with. */
export const nodes = {
  doc,
  paragraph,
  heading,
  blockquote,
  pullQuote,
  callout,
  details,
  detailsSummary,
  detailsContent,
  codeBlock,
  mathBlock,
  horizontalRule,
  hardBreak,
  bulletList,
  orderedList,
  listItem,
  taskList,
  taskItem,
  table,
  tableRow,
  tableCell,
  tableHeader,
  image,
  gallery,
  embed,
  mathInline,
  footnote,
  text,
} satisfies Record<string, NodeDefinition>

/** Order is nesting order, outermost first. */
export const marks = {
  insertion,
  deletion,
  modification,
  comment,
  link,
  highlight,
  bold,
  italic,
  underline,
  strike,
  superscript,
  subscript,
  code,
} satisfies Record<string, MarkDefinition>

const specs = <T extends { spec: unknown }>(definitions: Record<string, T>) =>
  Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, definition.spec]),
  ) as Record<string, T['spec']>

/** The one schema of articles: the editor's, the importers' and the publisher's. */
export const schema = new Schema({ nodes: specs<NodeDefinition>(nodes), marks: specs<MarkDefinition>(marks) })

import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { insertPoint } from '@tiptap/pm/transform'
import { afterBlock } from './after-block.ts'

/** Puts a block in the place of the empty line with the caret, else after the block with it; answers where. */
function place(tr: Transaction, node: Node): number {
  const { $to } = tr.selection
  const depth = $to.depth - 1
  const isEmptyLine = $to.parent.isTextblock && $to.parent.content.size === 0 && depth >= 0
  if (isEmptyLine && $to.node(depth).canReplaceWith($to.index(depth), $to.indexAfter(depth), node.type)) {
    const start = $to.before()
    tr.replaceWith(start, $to.after(), node)
    return start
  }
  const end = $to.parent.isTextblock ? $to.end() : $to.pos
  const start = insertPoint(tr.doc, end, node.type) ?? tr.doc.content.size
  tr.insert(start, node)
  return start
}

/** Inserts a block and goes on below it. */
export const insertBlock = (tr: Transaction, node: Node): Transaction =>
  afterBlock(tr, place(tr, node) + node.nodeSize)

/** Inserts a block and goes on inside it. */
export function insertWithin(tr: Transaction, node: Node): Transaction {
  const start = place(tr, node)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView()
}

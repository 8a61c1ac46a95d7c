import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { insertPoint } from '@tiptap/pm/transform'
import { afterBlock } from './after-block.ts'

/** Puts a block in the place of the empty line with the caret, else after the block with it; then goes on below. */
export function insertBlock(tr: Transaction, node: Node): Transaction {
  const { $to } = tr.selection
  const depth = $to.depth - 1
  const isEmptyLine = $to.parent.isTextblock && $to.parent.content.size === 0 && depth >= 0
  if (isEmptyLine && $to.node(depth).canReplaceWith($to.index(depth), $to.indexAfter(depth), node.type)) {
    const start = $to.before()
    return afterBlock(tr.replaceWith(start, $to.after(), node), start + node.nodeSize)
  }
  const end = $to.parent.isTextblock ? $to.end() : $to.pos
  const place = insertPoint(tr.doc, end, node.type) ?? tr.doc.content.size
  return afterBlock(tr.insert(place, node), place + node.nodeSize)
}

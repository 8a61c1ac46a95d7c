import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { insertPoint } from '@tiptap/pm/transform'

/** Puts a block in the place of the empty line with the caret, else after the block with it; then goes on inside. */
export function insertWithin(tr: Transaction, node: Node): Transaction {
  const { $to } = tr.selection
  const depth = $to.depth - 1
  const isEmptyLine = depth >= 0 && $to.parent.isTextblock && $to.parent.content.size === 0
  let place: number
  if (isEmptyLine && $to.node(depth).canReplaceWith($to.index(depth), $to.indexAfter(depth), node.type)) {
    place = $to.before()
    tr.replaceWith(place, $to.after(), node)
  } else {
    place =
      insertPoint(tr.doc, $to.parent.isTextblock ? $to.end() : $to.pos, node.type) ?? tr.doc.content.size
    tr.insert(place, node)
  }
  return tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1))).scrollIntoView()
}

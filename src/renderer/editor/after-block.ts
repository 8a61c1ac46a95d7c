import { TextSelection, type Transaction } from '@tiptap/pm/state'

/** Puts the caret into the text block that begins at `position`, making a paragraph there when there is none. */
export function afterBlock(tr: Transaction, position: number): Transaction {
  const next = tr.doc.nodeAt(position)
  if (!next?.isTextblock) {
    const paragraph = tr.doc.type.schema.nodes.paragraph
    if (paragraph) tr.insert(position, paragraph.create())
  }
  return tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1)))
}

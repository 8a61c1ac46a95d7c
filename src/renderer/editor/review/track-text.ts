import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Change } from './changed-ranges.ts'
import type { Suggester, Tracking } from './suggester.ts'

/** Text that was deleted, as it is put back: without what the same person had only suggested. */
export function struck(content: Fragment, by: Suggester, attrs: object): Fragment {
  const kept: Node[] = []
  content.forEach((node) => {
    if (by.isMine(node)) return
    const known = by.deletion.isInSet(node.marks)
    kept.push(known ? node : node.mark(by.deletion.create(attrs).addToSet(node.marks)))
  })
  return Fragment.from(kept)
}

/** Marks text as inserted, and takes off what it has from the text around it. */
export function markInserted({ tr, by }: Tracking, from: number, to: number, attrs: object): void {
  if (from >= to) return
  tr.removeMark(from, to, by.deletion).removeMark(from, to, by.modification)
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline || by.isMine(node)) return
    tr.addMark(Math.max(from, position), Math.min(to, position + node.nodeSize), by.insertion.create(attrs))
  })
}

export function isTextChange({ before, after, by }: Tracking, { fromA, toA, fromB, toB }: Change): boolean {
  const [$a, $b] = [before.resolve(fromA), after.resolve(fromB)]
  return (
    $a.parent.inlineContent &&
    $b.parent.inlineContent &&
    $a.sameParent(before.resolve(toA)) &&
    $b.sameParent(after.resolve(toB)) &&
    $b.parent.type.allowsMarkType(by.insertion)
  )
}

/** Within one text block: what came is marked, what went is put back before it. */
export function trackText(tracking: Tracking, { fromA, toA, fromB, toB }: Change): void {
  const { before, tr, by, caret } = tracking
  const [$from, $to] = [tr.doc.resolve(fromB), tr.doc.resolve(toB)]
  const replaced = toA > fromA && toB > fromB
  const beside = (type: typeof by.insertion) => (replaced ? by.fresh : by.attrsBeside(type, $from, $to))
  markInserted(tracking, fromB, toB, beside(by.insertion))
  const gone = struck(before.slice(fromA, toA).content, by, beside(by.deletion))
  if (gone.size === 0) return
  tr.insert(fromB, gone)
  // Backspace goes on to the left of what it struck out, Delete to the right.
  if (toB === fromB) {
    const place = caret === fromA && fromA < toA ? fromB + gone.size : fromB
    if (tr.selection.empty) tr.setSelection(TextSelection.create(tr.doc, place))
  }
}

import type { Mark, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import {
  AddMarkStep,
  AttrStep,
  type Mappable,
  RemoveMarkStep,
  ReplaceAroundStep,
  type Step,
} from '@tiptap/pm/transform'
import { editorialMarks } from '#shared/document/editorial-marks.ts'
import type { Suggester } from './suggester.ts'

/** The block that a step gives another type or other attributes; null for any other step. */
export function reformedBlock(step: Step, doc: Node): number | null {
  if (step instanceof AttrStep) return step.pos
  if (!(step instanceof ReplaceAroundStep)) return null
  const { from, to, gapFrom, gapTo, insert, slice } = step
  const isMarkup =
    gapFrom === from + 1 &&
    gapTo === to - 1 &&
    insert === 1 &&
    slice.content.childCount === 1 &&
    slice.size === 2 &&
    doc.nodeAt(from)?.nodeSize === to - from
  return isMarkup ? from : null
}

/** Both are written by the schema, with their keys in its order. */
const sameForm = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const formOf = (marks: readonly Mark[]) =>
  marks.filter(({ type }) => !editorialMarks.has(type.name)).map((mark) => mark.toJSON())

/** Text that got or lost a mark remembers which it had. */
export function trackMarks(tr: Transaction, step: Step, doc: Node, rest: Mappable, by: Suggester): void {
  if (!(step instanceof AddMarkStep || step instanceof RemoveMarkStep)) return
  if (editorialMarks.has(step.mark.type.name)) return
  doc.nodesBetween(step.from, step.to, (node, position) => {
    if (!node.isInline) return
    const from = rest.map(Math.max(step.from, position), 1)
    const to = rest.map(Math.min(step.to, position + node.nodeSize), -1)
    const former = formOf(node.marks)
    if (from < to) rememberMarks(tr, from, to, former, by)
  })
}

function rememberMarks(tr: Transaction, from: number, to: number, former: object[], by: Suggester): void {
  tr.doc.nodesBetween(from, to, (node, position, parent) => {
    if (!node.isInline || !parent?.type.allowsMarkType(by.modification) || by.isMine(node)) return
    const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)]
    const known = by.modification.isInSet(node.marks)
    const before = known ? known.attrs.before : former
    if (sameForm(before, formOf(node.marks))) tr.removeMark(start, end, by.modification)
    else if (!known) tr.addMark(start, end, by.modification.create({ ...by.fresh, before }))
  })
}

/** A block of another kind or with other attributes remembers what it was. */
export function trackBlockForm(tr: Transaction, position: number, former: Node, by: Suggester): void {
  const node = tr.doc.nodeAt(position)
  const parent = tr.doc.resolve(position).parent
  if (!node || !parent.type.allowsMarkType(by.modification) || by.isOwn(node)) return
  const known = by.modification.isInSet(node.marks)
  const before = known ? known.attrs.before : { type: former.type.name, attrs: former.attrs }
  if (sameForm(before, { type: node.type.name, attrs: node.attrs })) {
    if (known) tr.removeNodeMark(position, known)
  } else if (!known) tr.addNodeMark(position, by.modification.create({ ...by.fresh, before }))
}

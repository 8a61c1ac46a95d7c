import type { Mark, Node, NodeType } from '@tiptap/pm/model'
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

interface Reformed {
  position: number
  size: number
  /** What it becomes, where that is another type. */
  type: NodeType | null
}

/** The block that a step gives another type or other attributes; null for any other step. */
export function reformedBlock(step: Step, doc: Node): Reformed | null {
  if (step instanceof AttrStep) {
    const size = doc.nodeAt(step.pos)?.nodeSize
    return size === undefined ? null : { position: step.pos, size, type: null }
  }
  if (!(step instanceof ReplaceAroundStep)) return null
  const { from, to, gapFrom, gapTo, insert, slice } = step
  const isMarkup =
    gapFrom === from + 1 &&
    gapTo === to - 1 &&
    insert === 1 &&
    slice.content.childCount === 1 &&
    slice.size === 2 &&
    doc.nodeAt(from)?.nodeSize === to - from
  return isMarkup ? { position: from, size: to - from, type: slice.content.firstChild?.type ?? null } : null
}

/** Cells and pictures of galleries have no room for a mark; code drops what text has (forms, notes, formulas). */
export function canRemember({ position, type }: Reformed, doc: Node, by: Suggester): boolean {
  if (!doc.resolve(position).parent.type.allowsMarkType(by.modification)) return false
  const isSame = type === null || doc.nodeAt(position)?.type === type
  return isSame || !type.inlineContent || type.allowsMarkType(by.modification)
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

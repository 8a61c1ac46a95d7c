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
  /** Whether the block can tell what it was. */
  remembers: boolean
}

/** The block that a step gives another type or other attributes; null for any other step. */
export function reformedBlock(step: Step, doc: Node, by: Suggester): Reformed | null {
  if (step instanceof AttrStep) {
    const node = doc.nodeAt(step.pos)
    return node && reformed(doc, step.pos, node, node.type, by)
  }
  if (!(step instanceof ReplaceAroundStep)) return null
  const { from, to, gapFrom, gapTo, insert, slice } = step
  const node = doc.nodeAt(from)
  const type = slice.content.firstChild?.type
  const isMarkup =
    gapFrom === from + 1 &&
    gapTo === to - 1 &&
    insert === 1 &&
    slice.content.childCount === 1 &&
    slice.size === 2 &&
    node?.nodeSize === to - from
  return isMarkup && type ? reformed(doc, from, node, type, by) : null
}

/** Cells and pictures of galleries have no room for a mark; code drops what text has (forms, notes, formulas). */
function reformed(doc: Node, position: number, node: Node, type: NodeType, by: Suggester): Reformed {
  const hasRoom = doc.resolve(position).parent.type.allowsMarkType(by.modification)
  const keepsText = type === node.type || !type.inlineContent || type.allowsMarkType(by.modification)
  return { position, size: node.nodeSize, remembers: hasRoom && keepsText }
}

/** Both are written by the schema, with their keys in its order. */
const sameForm = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const formOf = (marks: readonly Mark[]) =>
  marks.filter(({ type }) => !editorialMarks.has(type.name)).map((mark) => mark.toJSON())

/** Text that got or lost a mark remembers which it had; a note and the text in it each by themselves. */
export function trackMarks(tr: Transaction, step: Step, doc: Node, rest: Mappable, by: Suggester): void {
  if (!(step instanceof AddMarkStep || step instanceof RemoveMarkStep)) return
  if (editorialMarks.has(step.mark.type.name)) return
  doc.nodesBetween(step.from, step.to, (node, position) => {
    if (!node.isInline || (position < step.from && !node.isText)) return
    const from = rest.map(Math.max(step.from, position), 1)
    const to = rest.map(Math.min(step.to, position + node.nodeSize), -1)
    const former = formOf(node.marks)
    if (from < to) rememberMarks(tr, from, to, former, by)
  })
}

function rememberMarks(tr: Transaction, from: number, to: number, former: object[], by: Suggester): void {
  tr.doc.nodesBetween(from, to, (node, position, parent) => {
    if (!node.isInline || (position < from && !node.isText)) return true
    if (!parent?.type.allowsMarkType(by.modification) || by.isMine(node)) return false
    const known = by.modification.isInSet(node.marks)
    const mark = known ?? by.modification.create({ ...by.fresh, before: former })
    const isAsBefore = sameForm(mark.attrs.before, formOf(node.marks))
    if (isAsBefore === (known === undefined)) return false
    // A range that holds a note holds its text, too.
    if (!node.isText) isAsBefore ? tr.removeNodeMark(position, mark) : tr.addNodeMark(position, mark)
    else {
      const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)]
      isAsBefore ? tr.removeMark(start, end, mark) : tr.addMark(start, end, mark)
    }
    return false
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

import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { Selection, type Transaction } from '@tiptap/pm/state'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import { plainCopy } from '#shared/document/plain-copy.ts'

/** Blocks that are handled together: neighbours in the article, or items of one list. */
export interface BlockRange {
  /** Where their parent's content begins. */
  start: number
  parent: Node
  /** The first of them, and the one after the last, among the parent's children. */
  first: number
  end: number
}

const holdsBlocks = (node: Node) => /^(doc|bulletList|orderedList|taskList)$/.test(node.type.name)

function rangeAt($from: ResolvedPos, $to: ResolvedPos, depth: number): BlockRange {
  const first = $from.index(depth)
  const end = Math.max($to.indexAfter(depth), first + 1)
  return { start: $from.start(depth), parent: $from.node(depth), first, end }
}

/** The ranges that hold a selection, the innermost first. */
export function blockRanges({ $from, $to }: Pick<Selection, '$from' | '$to'>): BlockRange[] {
  const ranges: BlockRange[] = []
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth--) {
    if (!holdsBlocks($from.node(depth))) continue
    const range = rangeAt($from, $to, depth)
    if (range.end <= range.parent.childCount) ranges.push(range)
  }
  return ranges
}

/** Where a child of the range's parent begins. */
const childStart = ({ start, parent }: BlockRange, index: number) => {
  let position = start
  for (let at = 0; at < index; at++) position += parent.child(at).nodeSize
  return position
}

export const positionsOf = (range: BlockRange) => ({
  from: childStart(range, range.first),
  to: childStart(range, range.end),
})

/**
 * Moves the blocks of the selection past their neighbour; all items of a list move with the list. It is the neighbour
 * that is taken out and put in again, so that caret and views of the blocks stay. False at the edge.
 */
export function moveBlocks(tr: Transaction, by: -1 | 1): boolean {
  for (const range of blockRanges(tr.selection)) {
    const { parent, first, end } = range
    const index = by < 0 ? first - 1 : end
    if (index >= 0 && index < parent.childCount) {
      const neighbour = parent.child(index)
      const { from, to } = positionsOf(range)
      if (by < 0) tr.insert(to, neighbour).delete(from - neighbour.nodeSize, from)
      else tr.delete(to, to + neighbour.nodeSize).insert(from, neighbour)
      tr.scrollIntoView()
      return true
    }
    if (first > 0 || end < parent.childCount) return false
  }
  return false
}

/**
 * Puts copies of the blocks, plain text that somebody goes on writing in, behind them and the selection into the copies.
 */
export function duplicateBlocks(tr: Transaction): boolean {
  const [range] = blockRanges(tr.selection)
  if (!range) return false
  const { from, to } = positionsOf(range)
  const size = to - from
  const { selection } = tr
  const blocks = tr.doc.slice(from, to).content
  const copies = Fragment.fromJSON(
    tr.doc.type.schema,
    plainCopy({ type: 'doc', content: blocks.toJSON() }).content,
  )
  tr.insert(to, copies)
  // Without what was struck out, a place is not where it was in the original.
  const place =
    copies.size === size
      ? selection.map(tr.doc, new Mapping([new StepMap([0, 0, size])]))
      : Selection.near(tr.doc.resolve(to))
  tr.setSelection(place).scrollIntoView()
  return true
}

/** Removes the blocks; the last item goes with its list, the last block leaves an empty paragraph. */
export function deleteBlocks(tr: Transaction): boolean {
  const ranges = blockRanges(tr.selection)
  const range = ranges.find(({ parent, first, end }) => end - first < parent.childCount) ?? ranges.at(-1)
  if (!range) return false
  const { from, to } = positionsOf(range)
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (range.end - range.first === range.parent.childCount && paragraph)
    tr.replaceWith(from, to, paragraph.create())
  else tr.delete(from, to)
  tr.scrollIntoView()
  return true
}

import { Fragment, type Mark, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { Change } from './changed-ranges.ts'
import type { Suggester, Tracking } from './suggester.ts'
import { markInserted, struck } from './track-text.ts'

/**
 * The depth of the node whose children two places of text are in, when everything between them is the end of one
 * child, whole children, and the beginning of another; null otherwise.
 */
function seam($from: ResolvedPos, $to: ResolvedPos): number | null {
  if (!$from.parent.inlineContent || !$to.parent.inlineContent || $from.sameParent($to)) return null
  if ($from.depth !== $to.depth) return null
  const depth = $from.sharedDepth($to.pos)
  for (let inner = depth + 1; inner < $from.depth; inner++)
    if ($from.index(inner) !== $from.node(inner).childCount - 1 || $to.index(inner) !== 0) return null
  return depth
}

/** Text was split into blocks, perhaps with more text or blocks between. */
export function trackSplit(tracking: Tracking, { fromA, toA, fromB, toB }: Change): boolean {
  const { before, after, tr, by } = tracking
  if (fromA !== toA || !before.resolve(fromA).parent.inlineContent) return false
  const [$from, $to] = [after.resolve(fromB), after.resolve(toB)]
  const depth = seam($from, $to)
  if (depth === null || !$from.node(depth).type.allowsMarkType(by.insertion)) return false
  if (!$to.parent.type.allowsMarkType(by.insertion)) return false
  const attrs = by.attrsBeside(by.insertion, $from, $to)
  markInserted(tracking, fromB, $from.end(), attrs)
  markInserted(tracking, $to.start(), toB, attrs)
  const last = $to.index(depth)
  // All that comes of a block that is a suggestion is one, the rest of its text too, whoever made it.
  const whole = by.whole($from.node(depth + 1))
  for (let index = $from.index(depth) + 1; index <= last; index++) {
    const position = $from.posAtIndex(index, depth)
    const node = after.nodeAt(position)
    if (!node || (by.isOwn(node) && (index < last || whole))) continue
    const inherited = by.deletion.isInSet(node.marks)
    if (inherited) tr.removeNodeMark(position, inherited)
    const rest = index === last ? (whole ?? by.insertion.create({ ...attrs, joined: true })) : undefined
    tr.addNodeMark(position, rest ?? by.insertion.create({ ...attrs, joined: false }))
  }
  return true
}

/** Text of several blocks became one: the blocks are put back, their text and their boundaries struck out. */
export function trackJoin(tracking: Tracking, { fromA, toA, fromB, toB }: Change): boolean {
  const { before, after, tr, by, caret } = tracking
  const [$from, $to] = [before.resolve(fromA), before.resolve(toA)]
  const depth = seam($from, $to)
  const $b = after.resolve(fromB)
  if (depth === null || !$b.parent.inlineContent || !$b.sameParent(after.resolve(toB))) return false
  if (!$from.node(depth).type.allowsMarkType(by.deletion)) return false
  if (!$b.parent.type.allowsMarkType(by.deletion)) return false
  const attrs = by.attrsBeside(by.deletion, $from, $to)
  const { content, openStart } = before.slice(fromA, toA)
  const [first, ...rest] = childrenOf(content)
  if (!first) return false

  const ends = (place: number) => tr.setSelection(TextSelection.near(tr.doc.resolve(place)))
  if (rest.every((node) => by.isMine(node))) {
    // Boundaries that were suggested only: they go, and of the text what is not of the same person stays struck out.
    const texts: Node[] = []
    content.descendants((node) => {
      if (node.isInline) texts.push(node)
      return !node.isInline && !by.isOwn(node)
    })
    if (by.isOwn(rest.at(-1))) {
      // Its text goes on in a block that is nobody's suggestion.
      if ($to.depth !== depth + 1) return false
      markInserted(tracking, toB, $b.end(), attrs)
    }
    const [whole, goesOn] = [by.whole(first), by.mine(rest.at(-1), by.insertion)]
    if (whole && goesOn?.attrs.joined) {
      // What is left of the suggestion goes on from the block before it, as the text that came to it does.
      if ($from.depth !== depth + 1) return false
      markWhole(tr, $b.start(), fromB, whole)
      tr.addNodeMark($b.before(), goesOn)
    }
    tr.insert(toB, struck(Fragment.from(texts), by, attrs))
    markInserted(tracking, fromB, toB, attrs)
    if (toB === fromB) ends(fromB)
    return true
  }
  const last = rest.length - 1
  const blocks = rest.flatMap((node, index) => {
    if (index < last && by.isOwn(node)) return []
    const inner = struckInside(node, by, attrs)
    if (by.deletion.isInSet(node.marks)) return [inner]
    return [inner.mark(by.deletion.create({ ...attrs, joined: index === last }).addToSet(inner.marks))]
  })
  const slice = new Slice(Fragment.from([struckInside(first, by, attrs), ...blocks]), openStart, openStart)
  if (tr.maybeStep(new ReplaceStep(toB, toB, slice)).failed) return false
  markInserted(tracking, fromB, toB, attrs)
  if (toB > fromB) ends(toB)
  else ends(caret === fromA ? toB + slice.size : fromB)
  return true
}

/** Text of a block that was a suggestion as a whole becomes that suggestion itself. */
function markWhole(tr: Transaction, from: number, to: number, whole: Mark): void {
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (node.isInline && !whole.type.isInSet(node.marks))
      tr.addMark(Math.max(from, position), Math.min(to, position + node.nodeSize), whole)
  })
}

const childrenOf = (fragment: Fragment): Node[] => {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    nodes.push(node)
  })
  return nodes
}

function struckInside(node: Node, by: Suggester, attrs: object): Node {
  if (node.isLeaf) return node
  if (node.inlineContent) {
    return node.type.allowsMarkType(by.deletion) ? node.copy(struck(node.content, by, attrs)) : node
  }
  return node.copy(Fragment.from(childrenOf(node.content).map((child) => struckInside(child, by, attrs))))
}

/** Whole blocks came or went, beside each other in the same node. */
export function trackWholeBlocks(tracking: Tracking, { fromA, toA, fromB, toB }: Change): boolean {
  const { before, after, tr, by } = tracking
  const [$a, $b] = [before.resolve(fromA), after.resolve(fromB)]
  if ($a.parent.inlineContent || $b.parent.inlineContent) return false
  if (!$a.sameParent(before.resolve(toA)) || !$b.sameParent(after.resolve(toB))) return false
  if (!$b.parent.type.allowsMarkType(by.insertion)) return false
  for (let position = fromB; position < toB; ) {
    const node = tr.doc.nodeAt(position)
    if (!node) break
    if (!by.isOwn(node)) tr.addNodeMark(position, by.insertion.create({ ...by.fresh, joined: false }))
    position += node.nodeSize
  }
  const gone = childrenOf(before.slice(fromA, toA).content)
    .filter((node) => !by.isOwn(node))
    .map((node) => {
      const known = by.deletion.isInSet(node.marks)
      if (known && !known.attrs.joined) return node
      return node.mark(by.deletion.create({ ...by.fresh, joined: false }).addToSet(node.marks))
    })
  if (gone.length === 0) return true
  const caretInside = tr.selection.from > fromB
  tr.insert(fromB, gone)
  if (!caretInside && toB === fromB) tr.setSelection(Selection.near(tr.doc.resolve(fromB), -1))
  return true
}

/** Whether a stretch lies within blocks that are the person's own suggestion: there edits are edits. */
export function isWithinOwn(doc: Node, from: number, to: number, by: Suggester): boolean {
  const $from = doc.resolve(from)
  const depth = $from.sharedDepth(to)
  for (let outer = 1; outer <= depth; outer++) if (by.isOwn($from.node(outer))) return true
  const $to = doc.resolve(to)
  // Blocks that are cut open may leave the one that is the suggestion.
  if (from === to || $from.depth !== depth || $to.depth !== depth || $from.parent.inlineContent) return false
  const last = $to.indexAfter(depth)
  for (let index = $from.index(depth); index < last; index++)
    if (!by.isOwn($from.node(depth).child(index))) return false
  return true
}

/** How far a place is from the beginning, or the end, of the block of the document that it is in. */
const before1 = (doc: Node, position: number) => {
  const $position = doc.resolve(position)
  return $position.depth === 0 ? 0 : position - $position.before(1)
}
const after1 = (doc: Node, position: number) => {
  const $position = doc.resolve(position)
  return $position.depth === 0 ? 0 : $position.after(1) - position
}

/** The changes with the one at `index`, and what it meets, grown to whole blocks of the document. */
export function widened(changes: readonly Change[], index: number, before: Node, after: Node): Change[] {
  let [first, last] = [index, index]
  const own = { ...(changes[index] as Change) }
  for (;;) {
    const start = Math.max(before1(before, own.fromA), before1(after, own.fromB))
    const end = Math.max(after1(before, own.toA), after1(after, own.toB))
    if (start === 0 && end === 0) break
    const [previous, next] = [changes[first - 1], changes[last + 1]]
    if (start > 0 && previous && own.fromB - start <= previous.toB) {
      Object.assign(own, { fromA: previous.fromA, fromB: previous.fromB })
      first--
    } else if (end > 0 && next && own.toB + end >= next.fromB) {
      Object.assign(own, { toA: next.toA, toB: next.toB })
      last++
    } else {
      own.fromA -= start
      own.fromB -= start
      own.toA += end
      own.toB += end
    }
  }
  return [...changes.slice(0, first), own, ...changes.slice(last + 1)]
}

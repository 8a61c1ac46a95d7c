import type { MarkJson, NodeJson } from '../document/document-json.ts'
import { alignBlocks } from './align-blocks.ts'
import { canonicalJson } from './canonical-json.ts'
import { holdsText } from './compare-documents.ts'
import { mergeInline } from './merge-inline.ts'

/** Both sides changed the same place differently. */
export interface BlockConflict {
  kind: 'conflict'
  id: string
  base: NodeJson[]
  mine: NodeJson[]
  theirs: NodeJson[]
  /** Both may stay, one after the other. */
  both: boolean
}

/** A merged document in parts: what is decided, and what somebody has to decide. */
export type MergePart =
  | { kind: 'settled'; node: NodeJson }
  | { kind: 'within'; node: NodeJson; parts: MergePart[] }
  | BlockConflict

/** What has as many parts as its kind demands is merged part by part or not at all. */
const fixed = new Set(['tableRow', 'details'])

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)
const settled = (nodes: readonly NodeJson[]): MergePart[] => nodes.map((node) => ({ kind: 'settled', node }))

/** Merges two series of blocks that came from the same one. Documents are expected in their normal form. */
export function mergeBlocks(
  parent: string,
  base: readonly NodeJson[],
  mine: readonly NodeJson[],
  theirs: readonly NodeJson[],
): MergePart[] {
  let ids = 0
  const conflict = (
    from: readonly NodeJson[],
    left: readonly NodeJson[],
    right: readonly NodeJson[],
    both: boolean,
  ): MergePart => ({
    kind: 'conflict',
    id: `block-${ids++}`,
    base: [...from],
    mine: [...left],
    theirs: [...right],
    both: both && left.length > 0 && right.length > 0,
  })

  function mergeSeries(
    within: string,
    from: readonly NodeJson[],
    left: readonly NodeJson[],
    right: readonly NodeJson[],
  ): MergePart[] {
    const [mySide, theirSide] = [sideOf(within, from, left), sideOf(within, from, right)]
    const parts: MergePart[] = []
    for (let at = 0; at <= from.length; at++) {
      const [mineHere, theirsHere] = [mySide.inserted[at] ?? [], theirSide.inserted[at] ?? []]
      parts.push(...mergeInsertions(mineHere, theirsHere))
      const node = from[at]
      if (!node) break
      const [a, b] = [mySide.became[at] ?? null, theirSide.became[at] ?? null]
      if (same(b, node) || same(a, b)) parts.push(...settled(a ? [a] : []))
      else if (same(a, node)) parts.push(...settled(b ? [b] : []))
      else {
        const merged = a && b && mergeNode(node, a, b)
        if (merged) parts.push(merged)
        else {
          // What one side wrote in place of the block belongs to what it is weighed against.
          const instead = (side: Side, became: NodeJson | null) =>
            became ? [became] : (side.inserted[at + 1]?.splice(0) ?? [])
          parts.push(conflict([node], instead(mySide, a), instead(theirSide, b), !fixed.has(within)))
        }
      }
    }
    return parts
  }

  function mergeInsertions(left: readonly NodeJson[], right: readonly NodeJson[]): MergePart[] {
    if (same(left, right) || right.length === 0) return settled(left)
    if (left.length === 0) return settled(right)
    return [conflict([], left, right, true)]
  }

  /** Null where the two cannot be brought together. */
  function mergeNode(from: NodeJson, left: NodeJson, right: NodeJson): MergePart | null {
    const shell = mergeShell(from, left, right)
    const marks = mergeBlockMarks(from, left, right)
    if (!shell || !marks) return null
    if (marks.length > 0) shell.marks = marks
    if (holdsText(from) && holdsText(left) && holdsText(right)) {
      const content = mergeInline(from.content, left.content, right.content)
      return content && { kind: 'settled', node: content.length > 0 ? { ...shell, content } : shell }
    }
    const contents = [from.content, left.content, right.content]
    if (contents.every((content) => content === undefined)) return { kind: 'settled', node: shell }
    if (contents.some((content) => content === undefined) || [from, left, right].some(holdsText)) return null
    const [a = [], b = [], c = []] = contents
    if (fixed.has(from.type) && (a.length !== b.length || a.length !== c.length)) return null
    if (from.type === 'table' && new Set([a, b, c].map(columnsOf)).size > 1) return null
    return { kind: 'within', node: shell, parts: mergeSeries(from.type, a, b, c) }
  }

  return mergeSeries(parent, base, mine, theirs)
}

const columnsOf = (rows: readonly NodeJson[]) =>
  (rows[0]?.content ?? []).reduce((sum, { attrs }) => sum + Number(attrs?.colspan ?? 1), 0)

/** Kind and attributes, each decided by itself. */
function mergeShell(base: NodeJson, mine: NodeJson, theirs: NodeJson): NodeJson | null {
  if (mine.type !== theirs.type) {
    const [type, attrs] = same(mine.type, base.type)
      ? [theirs.type, same(mine.attrs, base.attrs) && theirs.attrs]
      : [mine.type, same(theirs.type, base.type) && same(theirs.attrs, base.attrs) && mine.attrs]
    return attrs === false ? null : { type, ...(attrs && { attrs }) }
  }
  const names = new Set([...Object.keys(mine.attrs ?? {}), ...Object.keys(theirs.attrs ?? {})])
  const attrs: Record<string, unknown> = {}
  for (const name of names) {
    const [from, a, b] = [base.attrs?.[name], mine.attrs?.[name], theirs.attrs?.[name]]
    if (same(a, b) || same(b, from)) attrs[name] = a
    else if (same(a, from)) attrs[name] = b
    else return null
  }
  return { type: mine.type, ...(names.size > 0 && { attrs }) }
}

/** Suggestions for a block as a whole. */
function mergeBlockMarks(base: NodeJson, mine: NodeJson, theirs: NodeJson): MarkJson[] | null {
  const [from = [], left = [], right = []] = [base.marks, mine.marks, theirs.marks]
  if (same(left, right) || same(right, from)) return left
  return same(left, from) ? right : null
}

interface Side {
  /** What each block of the base became; null for what went. */
  became: (NodeJson | null)[]
  /** What came before each block of the base, and at the end. */
  inserted: NodeJson[][]
}

function sideOf(parent: string, base: readonly NodeJson[], side: readonly NodeJson[]): Side {
  const became: (NodeJson | null)[] = base.map(() => null)
  const inserted: NodeJson[][] = Array.from({ length: base.length + 1 }, () => [])
  let at = 0
  for (const { before, after } of alignBlocks(parent, base, side, { moves: false })) {
    const node = after === null ? null : (side[after] ?? null)
    if (before === null) {
      if (node) inserted[at]?.push(node)
      continue
    }
    became[before] = node
    at = before + 1
  }
  return { became, inserted }
}

import type { NodeJson } from '../document/document-json.ts'
import { matchSequences } from './match-sequences.ts'
import { type Block, blockOf, sameFamily, similarity } from './similarity.ts'

/** One line of an alignment: indexes of the blocks on either side, null where that side has nothing. */
export type AlignedPair =
  | { kind: 'same' | 'changed'; before: number; after: number }
  | { kind: 'removed' | 'movedAway'; before: number; after: null; partner?: number }
  | { kind: 'added' | 'movedHere'; before: null; after: number; partner?: number }

/** Blocks that have less in common are two blocks. */
const likeEnough = 0.25
/** A block with less text than this may well occur again; finding it elsewhere is no move. */
const shortestMove = 6
/** Gaps with more combinations are paired nearest first. */
const mostCombinations = 160_000
const window = 24

/** Their places say who belongs together: cells of a row, the two parts of a foldable block. */
const paired = new Set(['tableRow', 'details'])

/** Which block of `before` became which of `after`, in reading order; what went stands before what came. */
export function alignBlocks(
  parent: string,
  before: readonly NodeJson[],
  after: readonly NodeJson[],
  { moves = true }: { moves?: boolean } = {},
): AlignedPair[] {
  const [from, to] = [before.map(blockOf), after.map(blockOf)]
  const partners =
    paired.has(parent) && from.length === to.length
      ? Int32Array.from(from, (block, at) => (sameFamily(block.node, (to[at] as Block).node) ? at : -1))
      : matchSequences(...interned(from, to))
  const moved = moves ? movedBlocks(from, to, partners) : new Map<number, number>()
  const movedTo = new Map([...moved].map(([a, b]) => [b, a]))
  pairGaps(from, to, partners, { skipBefore: moved, skipAfter: movedTo, anyway: paired.has(parent) })

  const pairs: AlignedPair[] = []
  let b = 0
  const added = (until: number) => {
    for (; b < until; b++) {
      const partner = movedTo.get(b)
      if (partner === undefined) pairs.push({ kind: 'added', before: null, after: b })
      else pairs.push({ kind: 'movedHere', before: null, after: b, partner })
    }
  }
  for (const [a, block] of from.entries()) {
    const after = partners[a] as number
    if (after === -1) {
      const partner = moved.get(a)
      if (partner === undefined) pairs.push({ kind: 'removed', before: a, after: null })
      else pairs.push({ kind: 'movedAway', before: a, after: null, partner })
      continue
    }
    added(after)
    pairs.push({ kind: block.key === to[after]?.key ? 'same' : 'changed', before: a, after })
    b = after + 1
  }
  added(to.length)
  return pairs
}

function interned(from: readonly Block[], to: readonly Block[]): [Int32Array, Int32Array] {
  const ids = new Map<string, number>()
  const idOf = ({ key }: Block) => {
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  }
  return [Int32Array.from(from, idOf), Int32Array.from(to, idOf)]
}

/** Blocks that stand elsewhere unchanged, where that is certain: alone of their kind on either side. */
function movedBlocks(
  from: readonly Block[],
  to: readonly Block[],
  partners: Int32Array,
): Map<number, number> {
  const taken = new Set(partners)
  const single = (blocks: readonly Block[], isOpen: (at: number) => boolean) => {
    const places = new Map<string, number>()
    for (const [at, { key, text, node }] of blocks.entries()) {
      if (!isOpen(at) || (text.length < shortestMove && node.type !== 'image')) continue
      places.set(key, places.has(key) ? -1 : at)
    }
    return places
  }
  const there = single(to, (at) => !taken.has(at))
  const moved = new Map<number, number>()
  for (const [key, a] of single(from, (at) => partners[at] === -1)) {
    const b = there.get(key)
    if (a >= 0 && b !== undefined && b >= 0) moved.set(a, b)
  }
  return moved
}

interface Gaps {
  skipBefore: ReadonlyMap<number, number>
  skipAfter: ReadonlyMap<number, number>
  /** Pairs also what has nothing in common. */
  anyway: boolean
}

/** Finds partners for what changed, between the blocks that have theirs. */
function pairGaps(from: readonly Block[], to: readonly Block[], partners: Int32Array, gaps: Gaps): void {
  let [a, b] = [0, 0]
  for (let end = 0; end <= from.length; end++) {
    const partner = end < from.length ? (partners[end] as number) : to.length
    if (partner === -1) continue
    const removed = range(a, end).filter((at) => !gaps.skipBefore.has(at))
    const added = range(b, partner).filter((at) => !gaps.skipAfter.has(at))
    for (const [i, j] of pairsOf(from, removed, to, added, gaps.anyway)) partners[i] = j
    a = end + 1
    b = partner + 1
  }
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

function pairsOf(
  from: readonly Block[],
  removed: readonly number[],
  to: readonly Block[],
  added: readonly number[],
  anyway: boolean,
): [number, number][] {
  if (removed.length === 0 || added.length === 0) return []
  const like = (i: number, j: number) => {
    const [x, y] = [from[removed[i] as number] as Block, to[added[j] as number] as Block]
    const value = similarity(x, y)
    return anyway && sameFamily(x.node, y.node) ? value + likeEnough : value
  }
  const pairs =
    removed.length * added.length > mostCombinations
      ? nearest(removed.length, added.length, like)
      : best(removed.length, added.length, like)
  return pairs.map(([i, j]) => [removed[i] as number, added[j] as number])
}

/** The series of pairs, ascending on both sides, that is most alike in sum. */
function best(rows: number, columns: number, like: (i: number, j: number) => number): [number, number][] {
  const width = columns + 1
  const sums = new Float32Array((rows + 1) * width)
  const sum = (i: number, j: number) => sums[i * width + j] as number
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const score = like(i, j)
      const together = score >= likeEnough ? score + sum(i + 1, j + 1) : 0
      sums[i * width + j] = Math.max(together, sum(i + 1, j), sum(i, j + 1))
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (sum(i, j) === sum(i + 1, j)) i++
    else if (sum(i, j) === sum(i, j + 1)) j++
    else pairs.push([i++, j++])
  }
  return pairs
}

function nearest(rows: number, columns: number, like: (i: number, j: number) => number): [number, number][] {
  const pairs: [number, number][] = []
  let first = 0
  for (let i = 0; i < rows; i++) {
    let found = -1
    let highest = likeEnough
    for (let j = first; j < Math.min(columns, first + window); j++) {
      const score = like(i, j)
      if (score <= highest) continue
      highest = score
      found = j
    }
    if (found === -1) continue
    pairs.push([i, found])
    first = found + 1
  }
  return pairs
}

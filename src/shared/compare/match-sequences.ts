/** Two sequences whose differences are found exactly, in steps; beyond it landmarks are looked for first. */
const small = 600
/** Differences are followed this far; what differs more is taken as replaced. */
const furthest = 800

type Sequence = ArrayLike<number>

/**
 * What stays of one sequence in another: for each element of `a` the index of its partner in `b`, ascending, or -1.
 * Long stretches are divided at runs of `landmark` elements that occur once in each (patience), short ones are
 * compared by Myers' algorithm. Time stays near linear also where nothing is alike.
 */
export function matchSequences(a: Sequence, b: Sequence, landmark = 1): Int32Array {
  const match = new Int32Array(a.length).fill(-1)
  const open: [number, number, number, number][] = [[0, a.length, 0, b.length]]
  for (let region = open.pop(); region; region = open.pop()) {
    let [a0, a1, b0, b1] = region
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) match[a0++] = b0++
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) match[--a1] = --b1
    if (a0 === a1 || b0 === b1) continue
    const anchors = a1 - a0 + b1 - b0 > small ? landmarks(a, a0, a1, b, b0, b1, landmark) : []
    if (anchors.length === 0) {
      myers(a, a0, a1, b, b0, b1, match)
      continue
    }
    for (const [i, j] of anchors) {
      open.push([a0, i, b0, j])
      match[i] = j
      a0 = i + 1
      b0 = j + 1
    }
    open.push([a0, a1, b0, b1])
  }
  return match
}

/** Places whose next elements occur once in each side, as the longest series that ascends in both. */
function landmarks(
  a: Sequence,
  a0: number,
  a1: number,
  b: Sequence,
  b0: number,
  b1: number,
  length: number,
): [number, number][] {
  const inA = singles(a, a0, a1, length)
  const inB = singles(b, b0, b1, length)
  const pairs: [number, number][] = []
  for (const [key, i] of inA) {
    const j = inB.get(key)
    if (i >= 0 && j !== undefined && j >= 0 && sameRun(a, i, b, j, length)) pairs.push([i, j])
  }
  return longestAscending(pairs)
}

function sameRun(a: Sequence, i: number, b: Sequence, j: number, length: number): boolean {
  for (let step = 0; step < length; step++) if (a[i + step] !== b[j + step]) return false
  return true
}

/** Where each run of elements begins, by a hash of it; -1 for one that occurs again. */
function singles(sequence: Sequence, from: number, to: number, length: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let start = from; start + length <= to; start++) {
    let hash = 0
    for (let next = start; next < start + length; next++)
      hash = (Math.imul(hash, 31_013) + at(sequence, next)) | 0
    found.set(hash, found.has(hash) ? -1 : start)
  }
  return found
}

const at = (values: Sequence, index: number): number => values[index] as number

/** Pairs are given in the order of their first members. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [index, [, j]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as [number, number])[1] < j) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  }
  const series: [number, number][] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] as number)
    series.push(pairs[index] as [number, number])
  return series.reverse()
}

/** The shortest edit script of a region, written into `match`; nothing where it would be too long. */
function myers(
  a: Sequence,
  a0: number,
  a1: number,
  b: Sequence,
  b0: number,
  b1: number,
  match: Int32Array,
): void {
  const n = a1 - a0
  const m = b1 - b0
  const limit = Math.min(n + m, furthest)
  const size = 2 * limit + 2
  const reach = new Int32Array(size + 1)
  const trace: Int32Array[] = []
  for (let d = 0; d <= limit; d++) {
    // Of the step before only the diagonals that it touched.
    trace.push(reach.slice(limit - d, limit + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reach, limit + k - 1) < at(reach, limit + k + 1))
      let x = down ? at(reach, limit + k + 1) : at(reach, limit + k - 1) + 1
      let y = x - k
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x++
        y++
      }
      reach[limit + k] = x
      if (x >= n && y >= m) {
        retrace(trace, n, m, a0, b0, match)
        return
      }
    }
  }
}

function retrace(
  trace: readonly Int32Array[],
  n: number,
  m: number,
  a0: number,
  b0: number,
  match: Int32Array,
): void {
  let x = n
  let y = m
  for (let d = trace.length - 1; d > 0; d--) {
    // Diagonal k of step d lies at d + k.
    const reach = trace[d] as Int32Array
    const k = x - y
    const down = k === -d || (k !== d && at(reach, d + k - 1) < at(reach, d + k + 1))
    const from = down ? k + 1 : k - 1
    const fromX = at(reach, d + from)
    const fromY = fromX - from
    while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0)) match[a0 + --x] = b0 + --y
    x = fromX
    y = fromY
  }
  while (x > 0 && y > 0) match[a0 + --x] = b0 + --y
}

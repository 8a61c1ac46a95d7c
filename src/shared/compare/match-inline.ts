import { type InlineToken, lengthOf } from './inline-tokens.ts'
import { matchSequences } from './match-sequences.ts'

/** Runs of this many tokens serve as landmarks in long texts: single characters recur. */
const landmark = 8
/** Longer runs that stayed are never dissolved, in characters. */
const longestIsland = 8

/** Which tokens of one text stay in another: index of the partner or -1, without islands that nobody could read. */
export function matchInline(before: readonly InlineToken[], after: readonly InlineToken[]): Int32Array {
  const ids = new Map<string, number>()
  const idOf = ({ key }: InlineToken) => {
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  }
  const match = matchSequences(Int32Array.from(before, idOf), Int32Array.from(after, idOf), landmark)
  while (dissolveIslands(match, before, after)) {}
  return match
}

interface Run {
  /** Where it lies in either text, from inclusive, to exclusive. */
  a0: number
  a1: number
  b0: number
  b1: number
  stays: boolean
}

function runsOf(match: Int32Array, ends: readonly [number, number]): Run[] {
  const runs: Run[] = []
  let a = 0
  let b = 0
  while (a < ends[0] || b < ends[1]) {
    const [a0, b0] = [a, b]
    while (a < ends[0] && match[a] === b) {
      a++
      b++
    }
    if (a > a0) runs.push({ a0, a1: a, b0, b1: b, stays: true })
    const [c0, d0] = [a, b]
    while (a < ends[0] && match[a] === -1) a++
    b = a < ends[0] ? (match[a] as number) : ends[1]
    if (a > c0 || b > d0) runs.push({ a0: c0, a1: a, b0: d0, b1: b, stays: false })
  }
  return runs
}

/** Takes what stays between two changes as changed too, where it is no longer than either of them. */
function dissolveIslands(
  match: Int32Array,
  before: readonly InlineToken[],
  after: readonly InlineToken[],
): boolean {
  const runs = runsOf(match, [before.length, after.length])
  const length = (tokens: readonly InlineToken[], from: number, to: number) => {
    let sum = 0
    for (let at = from; at < to; at++) sum += lengthOf(tokens[at] as InlineToken)
    return sum
  }
  const weight = (run: Run | undefined) =>
    run && !run.stays ? Math.max(length(before, run.a0, run.a1), length(after, run.b0, run.b1)) : 0
  let dissolved = false
  for (const [index, run] of runs.entries()) {
    if (!run.stays) continue
    const own = length(before, run.a0, run.a1)
    if (own > longestIsland || own > Math.min(weight(runs[index - 1]), weight(runs[index + 1]))) continue
    match.fill(-1, run.a0, run.a1)
    dissolved = true
  }
  return dissolved
}

import type { MarkJson, NodeJson } from '../document/document-json.ts'
import { schema } from '../document/schema.ts'
import { canonicalJson } from './canonical-json.ts'
import { type InlineToken, inlineTokens, nodesOf } from './inline-tokens.ts'
import { matchInline } from './match-inline.ts'
import { normalMarks } from './normal-document.ts'

/** Fewer tokens than this that stayed between two changes do not keep them apart. */
const apart = 3

type Content = readonly NodeJson[] | undefined

/**
 * Text that both sides changed, in different places: with both changes. Null where they touched the same place
 * differently.
 */
export function mergeInline(base: Content, mine: Content, theirs: Content): NodeJson[] | null {
  const tokens = inlineTokens(base)
  const [left, right] = [inlineTokens(mine), inlineTokens(theirs)]
  const [inLeft, inRight] = [matchInline(tokens, left), matchInline(tokens, right)]
  const stays = stable(inLeft, left.length, inRight, right.length)
  const merged: InlineToken[] = []
  let [i, j, k] = [0, 0, 0]
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !stays[at]) continue
    const [l, r] =
      at < tokens.length ? [inLeft[at] as number, inRight[at] as number] : [left.length, right.length]
    const chosen = chooseChanged(tokens.slice(i, at), left.slice(j, l), right.slice(k, r))
    if (!chosen) return null
    merged.push(...chosen)
    const [token, a, b] = [tokens[at], left[l], right[r]]
    if (token && a && b) {
      const marks = mergeMarks(token, a, b)
      if (!marks) return null
      merged.push(marks)
    }
    ;[i, j, k] = [at + 1, l + 1, r + 1]
  }
  return nodesOf(merged)
}

/** Which tokens stayed on both sides and keep the changes around them apart. */
function stable(inLeft: Int32Array, leftLength: number, inRight: Int32Array, rightLength: number): boolean[] {
  const stays = Array.from(inLeft, (l, at) => l >= 0 && (inRight[at] as number) >= 0)
  const follows = (at: number) =>
    inLeft[at] === (inLeft[at - 1] as number) + 1 && inRight[at] === (inRight[at - 1] as number) + 1
  for (let start = 0, end = 0; start < stays.length; start = end) {
    end = start + 1
    if (!stays[start]) continue
    while (end < stays.length && stays[end] && follows(end)) end++
    const changedBefore = start > 0 || inLeft[0] !== 0 || inRight[0] !== 0
    const changedAfter =
      end < stays.length || inLeft[end - 1] !== leftLength - 1 || inRight[end - 1] !== rightLength - 1
    if (changedBefore && changedAfter && end - start < apart) stays.fill(false, start, end)
  }
  return stays
}

const same = (a: readonly InlineToken[], b: readonly InlineToken[]) =>
  canonicalJson(nodesOf(a)) === canonicalJson(nodesOf(b))

function chooseChanged(
  base: readonly InlineToken[],
  mine: readonly InlineToken[],
  theirs: readonly InlineToken[],
): readonly InlineToken[] | null {
  if (same(mine, base)) return theirs
  if (same(theirs, base) || same(mine, theirs)) return mine
  return null
}

/** A token that stayed, with what either side did to its marks; null where both mean to have the last word. */
function mergeMarks(base: InlineToken, mine: InlineToken, theirs: InlineToken): InlineToken | null {
  if (theirs.marks === base.marks || mine.marks === theirs.marks) return mine
  if (mine.marks === base.marks) return theirs
  const [from, left, right] = [base, mine, theirs].map(({ source }) => source.marks ?? [])
  const has = (marks: readonly MarkJson[] | undefined, mark: MarkJson) =>
    marks?.some((other) => canonicalJson(other) === canonicalJson(mark))
  const marks =
    normalMarks([
      ...(left ?? []).filter((mark) => has(right, mark) || !has(from, mark)),
      ...(right ?? []).filter((mark) => !has(from, mark)),
    ]) ?? []
  if (!canStandTogether(marks)) return null
  const { marks: _, ...unmarked } = base.source
  const source = marks.length > 0 ? { ...unmarked, marks } : unmarked
  return { ...base, marks: marks.length > 0 ? canonicalJson(marks) : '', source }
}

/** Two links on one text, or code in bold: each side meant one of them. */
function canStandTogether(marks: readonly MarkJson[]): boolean {
  const types = marks.map(({ type }) => schema.marks[type])
  return types.every((a, at) => types.every((b, other) => at === other || !b || !a?.excludes(b)))
}

import type { MarkJson, NodeJson } from '../document/document-json.ts'
import { joinTexts } from '../document/join-texts.ts'
import { type InlineToken, inlineTokens, nodesOf } from './inline-tokens.ts'
import { matchInline } from './match-inline.ts'

/** A part of a text block. `marked`: it reads the same, its marks are others; `node` has those it has now. */
export interface InlinePiece {
  kind: 'same' | 'added' | 'removed' | 'marked'
  node: NodeJson
  marksBefore?: MarkJson[]
}

/** The text of two versions as one; between two things that stay, what went stands before what came. */
export function compareInline(
  before: readonly NodeJson[] | undefined,
  after: readonly NodeJson[] | undefined,
): InlinePiece[] {
  const [from, to] = [inlineTokens(before), inlineTokens(after)]
  const match = matchInline(from, to)
  const pieces: InlinePiece[] = []
  const put = (kind: InlinePiece['kind'], tokens: readonly InlineToken[], marksBefore?: MarkJson[]) => {
    for (const node of nodesOf(tokens)) pieces.push({ kind, node, ...(marksBefore && { marksBefore }) })
  }
  const stays = (a: number, b: number) => a < from.length && b < to.length && match[a] === b
  for (let a = 0, b = 0; a < from.length || b < to.length; ) {
    const [a0, b0] = [a, b]
    if (!stays(a, b)) {
      while (a < from.length && match[a] === -1) a++
      b = a < from.length ? (match[a] as number) : to.length
      put('removed', from.slice(a0, a))
      put('added', to.slice(b0, b))
      continue
    }
    const [was, is] = [from[a]?.shown, to[b]?.shown]
    while (stays(a, b) && from[a]?.shown === was && to[b]?.shown === is) {
      a++
      b++
    }
    if (was === is) put('same', to.slice(b0, b))
    else put('marked', to.slice(b0, b), from[a0]?.source.marks ?? [])
  }
  return pieces
}

const beforeOf = ({ node, kind, marksBefore }: InlinePiece): NodeJson => {
  if (kind !== 'marked') return node
  const { marks: _, ...unmarked } = node
  return marksBefore && marksBefore.length > 0 ? { ...unmarked, marks: marksBefore } : unmarked
}

/** One side of the comparison, as it was given. */
export const inlineSide = (pieces: readonly InlinePiece[], side: 'before' | 'after'): NodeJson[] =>
  joinTexts(
    side === 'after'
      ? pieces.filter(({ kind }) => kind !== 'removed').map(({ node }) => node)
      : pieces.filter(({ kind }) => kind !== 'added').map(beforeOf),
  )

import type { DocumentJson, NodeJson } from '../document/document-json.ts'
import { schema } from '../document/schema.ts'
import { alignBlocks } from './align-blocks.ts'
import { canonicalJson } from './canonical-json.ts'
import { compareInline, type InlinePiece } from './compare-inline.ts'
import { normalDocument } from './normal-document.ts'

export type ChangeKind = 'same' | 'changed' | 'added' | 'removed' | 'movedAway' | 'movedHere'

/** `type` is the kind of block itself: a paragraph that became a heading; `marks`: suggestions for it as a whole. */
export interface AttributeChange {
  name: string
  before: unknown
  after: unknown
}

/** One block of two documents beside each other. Both come back from it: see `side`. */
export interface BlockChange {
  /** Its number in reading order; unique in the comparison. */
  id: number
  kind: ChangeKind
  before: NodeJson | null
  after: NodeJson | null
  attributes: AttributeChange[]
  /** Of a block of text that changed. */
  pieces: InlinePiece[] | null
  /** Of a block of blocks that changed. */
  children: BlockChange[] | null
  /** The other place of a block that moved. */
  partner: number | null
}

/** Whether it holds text and not blocks. */
export const holdsText = ({ type }: NodeJson): boolean => schema.nodes[type]?.inlineContent === true

function attributeChanges(before: NodeJson, after: NodeJson): AttributeChange[] {
  const changes: AttributeChange[] = []
  if (before.type !== after.type) changes.push({ name: 'type', before: before.type, after: after.type })
  const names = new Set([...Object.keys(before.attrs ?? {}), ...Object.keys(after.attrs ?? {})])
  for (const name of names) {
    const [from, to] = [before.attrs?.[name], after.attrs?.[name]]
    // A paragraph has no level: what only one of two kinds knows is told by the kind.
    if (before.type !== after.type && (from === undefined || to === undefined)) continue
    if (canonicalJson(from) !== canonicalJson(to)) changes.push({ name, before: from, after: to })
  }
  if (canonicalJson(before.marks ?? []) !== canonicalJson(after.marks ?? []))
    changes.push({ name: 'marks', before: before.marks ?? [], after: after.marks ?? [] })
  return changes
}

/** Two documents as one series of blocks that says what became of each. */
export function compareDocuments(before: DocumentJson, after: DocumentJson): BlockChange[] {
  let ids = 0

  const compareBlock = (from: NodeJson, to: NodeJson): Pick<BlockChange, 'pieces' | 'children'> => {
    if (holdsText(from) && holdsText(to))
      return { pieces: compareInline(from.content, to.content), children: null }
    if (from.content && to.content && !holdsText(from) && !holdsText(to))
      return { pieces: null, children: compareBlocks(to.type, from.content, to.content) }
    return { pieces: null, children: null }
  }

  const compareBlocks = (
    parent: string,
    from: readonly NodeJson[],
    to: readonly NodeJson[],
  ): BlockChange[] => {
    const changes = alignBlocks(parent, from, to).map((pair) => {
      const [left, right] = [
        pair.before === null ? null : (from[pair.before] ?? null),
        pair.after === null ? null : (to[pair.after] ?? null),
      ]
      const id = ids++
      const nothing = { attributes: [], pieces: null, children: null, partner: null }
      const change: BlockChange = { id, kind: pair.kind, before: left, after: right, ...nothing }
      if (pair.kind === 'changed' && left && right)
        Object.assign(change, compareBlock(left, right), { attributes: attributeChanges(left, right) })
      return { pair, change }
    })
    for (const { pair, change } of changes) {
      if (!('partner' in pair)) continue
      const other = changes.find(({ pair: candidate }) =>
        pair.kind === 'movedAway'
          ? candidate.kind === 'movedHere' && candidate.after === pair.partner
          : candidate.kind === 'movedAway' && candidate.before === pair.partner,
      )
      change.partner = other?.change.id ?? null
    }
    return changes.map(({ change }) => change)
  }

  return compareBlocks('doc', normalDocument(before).content ?? [], normalDocument(after).content ?? [])
}

export const hasChanged = ({ kind }: BlockChange): boolean => kind !== 'same'

/**
 * The blocks of one side. `sideOf` may choose for each change: with all but one of them `after`, the later document
 * has that one taken back.
 */
export function side(
  changes: readonly BlockChange[],
  sideOf: (change: BlockChange) => 'before' | 'after',
): NodeJson[] {
  return changes.flatMap((change): NodeJson[] => {
    const chosen = sideOf(change)
    if (change.kind !== 'changed' || chosen === 'before' || !change.children || !change.after) {
      const node = chosen === 'before' ? change.before : change.after
      return node ? [node] : []
    }
    const content = side(change.children, sideOf)
    // A list whose last item went goes with it.
    return content.length > 0 ? [{ ...change.after, content }] : []
  })
}

/** The later document with some changes taken back; one that moved goes back as a whole. */
export function takeBack(changes: readonly BlockChange[], ids: ReadonlySet<number>): DocumentJson {
  const content = side(changes, ({ id, partner }) =>
    ids.has(id) || (partner !== null && ids.has(partner)) ? 'before' : 'after',
  )
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

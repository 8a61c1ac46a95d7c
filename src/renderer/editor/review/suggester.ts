import type { Mark, MarkType, Node, ResolvedPos, Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'

/** Makes the marks of one person's suggestions within one transaction. */
export function createSuggester(schema: Schema, author: string, at = Date.now()) {
  const { insertion, deletion, modification } = schema.marks as Record<
    'insertion' | 'deletion' | 'modification',
    MarkType
  >
  const fresh = { id: crypto.randomUUID().slice(0, 13), author, at }
  const mine = (node: Node | null | undefined, type: MarkType): Mark | undefined =>
    node?.marks.find((mark) => mark.type === type && mark.attrs.author === author)
  return {
    insertion,
    deletion,
    modification,
    fresh,
    mine,
    isMine: (node: Node | null | undefined) => mine(node, insertion) !== undefined,
    /** The suggestion that all of the block is, whoever made it. */
    whole: (node: Node | null | undefined): Mark | undefined =>
      node?.isInline
        ? undefined
        : node?.marks.find(({ type, attrs }) => type === insertion && attrs.joined === false),
    /** All of the block is a suggestion of the same person, whatever happens in it. */
    isOwn: (node: Node | null | undefined) =>
      mine(node, insertion)?.attrs.joined === false && !node?.isInline,
    /** Goes on with the suggestion beside a stretch, where that is of the same kind and person. */
    attrsBeside(type: MarkType, $from: ResolvedPos, $to: ResolvedPos) {
      // At its beginning, a block whose boundary is suggested is beside it, too.
      const opening = $from.parentOffset === 0 ? mine($from.parent, type) : undefined
      const beside = mine($from.nodeBefore, type) ?? mine($to.nodeAfter, type) ?? opening
      if (!beside) return fresh
      const { id, at: time } = beside.attrs
      return { id, author, at: time }
    },
  }
}

export type Suggester = ReturnType<typeof createSuggester>

/** What the parts of tracking work on. `tr` follows what the editor did; positions before a change stay valid. */
export interface Tracking {
  before: Node
  /** The document as it is without tracking. */
  after: Node
  tr: Transaction
  by: Suggester
  /** The caret before the change, where there was no selection. */
  caret: number | null
  state: EditorState
}

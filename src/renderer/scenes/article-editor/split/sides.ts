import type { ArticleId, RevisionId } from '#shared/model/ids.ts'

/** What stands beside the article: another one, to write in, to read or as its page, or a revision. */
export type Beside =
  | { kind: 'article'; id: ArticleId; mode: BesideMode }
  | { kind: 'revision'; id: RevisionId }
export type BesideMode = 'edit' | 'read' | 'preview'

/** The two sides of the scene, for an article that stands on one of them. */
export interface Sides {
  /** Asks what to show beside the article. */
  choose(): void
  /** Brings the focus to the other side. */
  other(): void
  /** There are two: each has less room. */
  areTwo: boolean
  /** Of the article on the right. */
  close: (() => void) | null
}

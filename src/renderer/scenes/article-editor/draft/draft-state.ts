import type { Article, SavedArticle } from '#shared/contract/articles.ts'
import type { Fields } from './content-fields.ts'

/** saved: the core has acknowledged everything. gone: the article was deleted elsewhere. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed' | 'conflict' | 'gone'

export interface DraftState {
  /** The row as the core last told it. */
  stored: SavedArticle
  fields: Fields
  status: SaveStatus
  /** Why the last save did not succeed. */
  failure: unknown
  /** What is stored instead, while a conflict is unresolved. */
  theirs: Article | null
}

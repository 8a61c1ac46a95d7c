import type { ArticleId } from '#shared/model/ids.ts'

/** What is told of every change of an article's words, inside the transaction that makes it. */
export interface ArticleIndex {
  changed(id: ArticleId): void
  removed(id: ArticleId): void
}

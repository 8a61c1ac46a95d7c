import type { ArticleId } from '#shared/model/ids.ts'

/** What is told of every change of an article's words, inside the transaction that makes it. */
export interface ArticleIndex {
  put(id: ArticleId, words: { title: string; dek: string; text: string }): void
  remove(id: ArticleId): void
}

import type { Database } from 'better-sqlite3'
import type { SavedArticle } from '#shared/contract/articles.ts'
import type { ArticleState, EditorialState } from '#shared/model/article-state.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { conflict, refused } from '../errors.ts'
import type { ReviewBook } from '../reviewing/review-book.ts'
import type { ArticleService } from './article.service.ts'

export type ArticleReviewService = ReturnType<typeof createArticleReviewService>

/**
 * Moves an article through review. Whoever approves it, by whatever way, approves what readers would get of it now: the
 * approval is written down with that content's hash and a revision that keeps it.
 */
export function createArticleReviewService({
  db,
  articles,
  book,
}: {
  db: Database
  articles: ArticleService
  book: ReviewBook
}) {
  /** One transaction on the article as the caller has seen it. */
  function onVersion(id: ArticleId, baseVersion: number, work: (state: ArticleState) => void): SavedArticle {
    const run = db.transaction(() => {
      const article = articles.saved(id)
      if (article.version !== baseVersion) throw conflict(articles.get(id))
      if (article.trashedAt !== null) throw refused('trashed')
      work(article.state)
      return articles.saved(id)
    })
    return run.immediate()
  }
  function approveContent(id: ArticleId, note: string): void {
    const revision = articles.keepRevision(id, 'manual')
    book.approve(id, note, articles.readersHash(id), revision.id)
  }
  const moveFrom = (states: readonly ArticleState[], state: ArticleState, move: () => void) => {
    if (states.includes(state)) move()
  }

  return {
    /** @throws NOT_FOUND, CONFLICT, REFUSED `transition` | `trashed` */
    setState: (id: ArticleId, baseVersion: number, next: EditorialState): SavedArticle =>
      onVersion(id, baseVersion, () => {
        articles.setState(id, baseVersion, next)
        if (next !== 'approved') book.endApproval(id)
        else if (!book.isApproved(id, articles.readersHash(id))) approveContent(id, '')
      }),
    /** @throws NOT_FOUND, CONFLICT, REFUSED `trashed` */
    request: (id: ArticleId, baseVersion: number, addressee: string, note: string): SavedArticle =>
      onVersion(id, baseVersion, (state) => {
        book.request(id, addressee, note)
        if (state === 'approved') book.endApproval(id)
        moveFrom(['draft', 'approved', 'withdrawn'], state, () =>
          articles.setState(id, baseVersion, 'in_review'),
        )
      }),
    /** What is scheduled or published stays so. @throws NOT_FOUND, CONFLICT, REFUSED `trashed` */
    approve: (id: ArticleId, baseVersion: number, note: string): SavedArticle =>
      onVersion(id, baseVersion, (state) => {
        approveContent(id, note)
        moveFrom(['draft', 'in_review', 'withdrawn'], state, () =>
          articles.setState(id, baseVersion, 'approved'),
        )
      }),
    /** @throws NOT_FOUND, CONFLICT, REFUSED `trashed` */
    askForChanges: (id: ArticleId, baseVersion: number, note: string): SavedArticle =>
      onVersion(id, baseVersion, (state) => {
        book.askForChanges(id, note)
        moveFrom(['in_review', 'approved'], state, () => articles.setState(id, baseVersion, 'draft'))
      }),
  }
}

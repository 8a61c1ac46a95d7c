import { randomUUID } from 'node:crypto'
import type { Review } from '#shared/contract/reviews.ts'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import type { Clock } from '../platform.ts'
import type { People } from './people.repository.ts'
import type { ReviewRepository } from './review.repository.ts'

export type ReviewBook = ReturnType<typeof createReviewBook>

/**
 * Who asked for a review and what came of it. An approval holds for one content, known by its hash. Every call is part
 * of the caller's transaction.
 */
export function createReviewBook(
  repository: ReviewRepository,
  people: People,
  announce: Announce,
  clock: Clock,
) {
  const tell = (articleId: ArticleId) => announce('reviews.changed', { articleId })

  function write(
    articleId: ArticleId,
    kind: Review['kind'],
    more: { addressee?: string; note: string; hash?: string; revisionId?: RevisionId },
  ): void {
    const { addressee = '', note, hash = null, revisionId = null } = more
    // Later than the one before it, so that their order is never in doubt.
    const createdAt = Math.max(clock.now(), repository.newest(articleId) + 1)
    const person = people.me().id
    repository.insert({
      uid: randomUUID(),
      articleId,
      kind,
      person,
      addressee,
      note,
      hash,
      revisionId,
      createdAt,
    })
    tell(articleId)
  }

  return {
    request(articleId: ArticleId, addressee: string, note: string): void {
      repository.end(articleId, 'requested', clock.now())
      write(articleId, 'requested', { addressee, note })
    },
    approve(articleId: ArticleId, note: string, hash: string, revisionId: RevisionId): void {
      repository.end(articleId, 'requested', clock.now())
      repository.end(articleId, 'approved', clock.now())
      write(articleId, 'approved', { note, hash, revisionId })
    },
    askForChanges(articleId: ArticleId, note: string): void {
      repository.end(articleId, 'requested', clock.now())
      repository.end(articleId, 'approved', clock.now())
      write(articleId, 'changes-requested', { note })
    },
    isApproved: (articleId: ArticleId, hash: string): boolean => repository.standing(articleId) === hash,
    hasApproval: (articleId: ArticleId): boolean => repository.standing(articleId) !== undefined,
    /** Takes an approval back. */
    endApproval(articleId: ArticleId): void {
      if (repository.end(articleId, 'approved', clock.now())) tell(articleId)
    },
    /** After a change of content: an approval of another content ends. Answers whether one did. */
    contentChanged(articleId: ArticleId, hash: () => string): boolean {
      const approved = repository.standing(articleId)
      if (approved === undefined || approved === hash()) return false
      repository.end(articleId, 'approved', clock.now())
      tell(articleId)
      return true
    },
  }
}

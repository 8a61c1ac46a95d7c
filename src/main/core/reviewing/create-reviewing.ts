import type { Database } from 'better-sqlite3'
import type { Person } from '#shared/contract/people.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import type { Clock } from '../platform.ts'
import { createCommentRepository } from './comment.repository.ts'
import { createCommentService } from './comment.service.ts'
import { createPeople } from './people.repository.ts'
import { createReviewRepository } from './review.repository.ts'
import { createReviewBook } from './review-book.ts'

/** The feature put together: who writes, what reviews say, and comments, which come once there are articles. */
export function createReviewing({
  db,
  person,
  announce,
  clock,
}: {
  db: Database
  person: () => Person
  announce: Announce
  clock: Clock
}) {
  const people = createPeople(db, person)
  const reviewRepository = createReviewRepository(db)
  const commentRepository = createCommentRepository(db)
  return {
    people,
    reviewRepository,
    reviewBook: createReviewBook(reviewRepository, people, announce, clock),
    commentRepository,
    createComments: (hasArticle: (id: ArticleId) => boolean) =>
      createCommentService({ db, repository: commentRepository, people, hasArticle, announce, clock }),
  }
}

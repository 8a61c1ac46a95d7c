import { implement } from '@orpc/server'
import { comments as commentsContract } from '#shared/contract/comments.ts'
import { people as peopleContract } from '#shared/contract/people.ts'
import { reviews as reviewsContract } from '#shared/contract/reviews.ts'
import type { ArticleReviewService } from '../articles/article-review.service.ts'
import type { Events } from '../events.ts'
import type { CommentRepository } from './comment.repository.ts'
import type { CommentService } from './comment.service.ts'
import type { People } from './people.repository.ts'
import type { ReviewRepository } from './review.repository.ts'

export function createCommentsRouter(
  comments: CommentService,
  repository: CommentRepository,
  events: Events,
) {
  const os = implement(commentsContract)
  return os.router({
    list: os.list.handler(({ input }) => repository.list(input.articleId)),
    start: os.start.handler(({ input }) =>
      comments.start(input.articleId, input.uid, input.quote, input.text),
    ),
    reply: os.reply.handler(({ input }) => comments.reply(input.thread, input.text)),
    edit: os.edit.handler(({ input }) => comments.edit(input.message, input.text)),
    delete: os.delete.handler(({ input }) => comments.delete(input.message)),
    resolve: os.resolve.handler(({ input }) => comments.resolve(input.thread, input.resolved)),
    requote: os.requote.handler(({ input }) => comments.requote(input.thread, input.quote)),
    changed: os.changed.handler(({ signal }) => events.subscribe('comments.changed', { signal })),
  })
}

export function createReviewsRouter(
  reviews: ArticleReviewService,
  repository: ReviewRepository,
  events: Events,
) {
  const os = implement(reviewsContract)
  return os.router({
    list: os.list.handler(({ input }) => repository.list(input.articleId)),
    request: os.request.handler(({ input }) =>
      reviews.request(input.articleId, input.baseVersion, input.addressee, input.note),
    ),
    approve: os.approve.handler(({ input }) =>
      reviews.approve(input.articleId, input.baseVersion, input.note),
    ),
    askForChanges: os.askForChanges.handler(({ input }) =>
      reviews.askForChanges(input.articleId, input.baseVersion, input.note),
    ),
    changed: os.changed.handler(({ signal }) => events.subscribe('reviews.changed', { signal })),
  })
}

export function createPeopleRouter(people: People) {
  const os = implement(peopleContract)
  return os.router({ list: os.list.handler(() => people.list()) })
}

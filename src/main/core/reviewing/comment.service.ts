import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { CommentMessage, CommentThread } from '#shared/contract/comments.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { notFound, refused } from '../errors.ts'
import type { Clock } from '../platform.ts'
import type { CommentRepository } from './comment.repository.ts'
import type { People } from './people.repository.ts'

export type CommentService = ReturnType<typeof createCommentService>

/** What is said about an article beside its text. */
export function createCommentService({
  db,
  repository,
  people,
  hasArticle,
  announce,
  clock,
}: {
  db: Database
  repository: CommentRepository
  people: People
  hasArticle: (id: ArticleId) => boolean
  announce: Announce
  clock: Clock
}) {
  const threadOf = (uid: string): CommentThread => {
    const thread = repository.find(uid)
    if (!thread) throw notFound('thread', uid)
    return thread
  }
  /** Changes a thread and tells of it. */
  function change(articleId: ArticleId, uid: string, work: () => void): CommentThread {
    db.transaction(work).immediate()
    announce('comments.changed', { articleId })
    return threadOf(uid)
  }
  /** A message of the editor of this machine. */
  function mine(uid: string): { message: CommentMessage; thread: CommentThread } {
    const found = repository.findMessage(uid)
    if (!found) throw notFound('message', uid)
    if (found.message.author !== people.me().id) throw refused('not-yours')
    return { message: found.message, thread: threadOf(found.thread) }
  }

  return {
    /** @throws NOT_FOUND; REFUSED `exists` when another article has a thread of this uid. */
    start(articleId: ArticleId, uid: string, quote: string, text: string): CommentThread {
      if (!hasArticle(articleId)) throw notFound('article', articleId)
      const known = repository.find(uid)
      if (known && known.articleId !== articleId) throw refused('exists')
      if (known) return known
      return change(articleId, uid, () => {
        repository.insertThread(uid, articleId, quote, clock.now())
        repository.insertMessage(randomUUID(), uid, people.me().id, text, clock.now())
      })
    },
    /** Opens the thread again when it was resolved. */
    reply(uid: string, text: string): CommentThread {
      const { articleId, messages, resolvedAt } = threadOf(uid)
      // Later than the one before it, whatever the clock says: they are shown in this order.
      const at = Math.max(clock.now(), (messages.at(-1)?.createdAt ?? 0) + 1)
      return change(articleId, uid, () => {
        repository.insertMessage(randomUUID(), uid, people.me().id, text, at)
        if (resolvedAt !== null) repository.setResolved(uid, null, null)
      })
    },
    /** @throws REFUSED `not-yours` */
    edit(uid: string, text: string): CommentThread {
      const { message, thread } = mine(uid)
      if (message.text === text) return thread
      return change(thread.articleId, thread.uid, () => repository.setText(uid, text, clock.now()))
    },
    /** @throws REFUSED `not-yours` */
    delete(uid: string): CommentThread | null {
      const { thread } = mine(uid)
      if (thread.messages[0]?.uid !== uid)
        return change(thread.articleId, thread.uid, () => repository.deleteMessage(uid))
      db.transaction(() => repository.deleteThread(thread.uid)).immediate()
      announce('comments.changed', { articleId: thread.articleId })
      return null
    },
    resolve(uid: string, resolved: boolean): CommentThread {
      const { articleId } = threadOf(uid)
      return change(articleId, uid, () =>
        repository.setResolved(uid, resolved ? clock.now() : null, resolved ? people.me().id : null),
      )
    },
    requote(uid: string, quote: string): CommentThread {
      const { articleId } = threadOf(uid)
      return change(articleId, uid, () => repository.setQuote(uid, quote))
    },
  }
}

import { z } from 'zod'
import { CommentUid } from '#shared/contract/comments.ts'
import { Person } from '#shared/contract/people.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { suggestionAuthors } from '#shared/document/suggestion/suggestion.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { invalid } from '../errors.ts'
import type { CommentRepository } from './comment.repository.ts'
import type { People } from './people.repository.ts'

const time = z.number().int()
const Message = z.object({
  uid: CommentUid,
  author: z.string().max(64),
  text: z.string().trim().min(1).max(10_000),
  createdAt: time,
  editedAt: time.nullable(),
})
const Comments = z.object({
  people: z.array(Person).max(1_000),
  threads: z
    .array(
      z.object({
        uid: CommentUid,
        quote: z.string().max(2_000),
        createdAt: time,
        resolvedAt: time.nullable(),
        resolvedBy: z.string().max(64).nullable(),
        messages: z.array(Message).min(1).max(5_000),
      }),
    )
    .max(5_000),
})
type Comments = z.infer<typeof Comments>

/**
 * The comments of an article for a review bundle, and those of a bundle for this library: by the uids of threads and
 * messages, so that the same ones again change nothing. Nobody's words are taken away.
 */
export function createBundledComments(repository: CommentRepository, people: People, announce: Announce) {
  const read = (value: unknown): Comments => {
    const parsed = Comments.safeParse(value)
    if (!parsed.success) throw invalid('bundle-damaged', 'comments')
    const known = new Set(parsed.data.people.map(({ id }) => id))
    const named = parsed.data.threads.flatMap(({ resolvedBy, messages }) => [
      ...messages.map(({ author }) => author),
      ...(resolvedBy === null ? [] : [resolvedBy]),
    ])
    if (named.some((id) => !known.has(id))) throw invalid('bundle-damaged', 'somebody unknown')
    return parsed.data
  }

  return {
    export(articleId: ArticleId, doc: NodeJson): Comments {
      const threads = repository.list(articleId)
      const named = new Set([
        ...threads.flatMap(({ resolvedBy, messages }) => [
          resolvedBy,
          ...messages.map(({ author }) => author),
        ]),
        ...suggestionAuthors(doc),
      ])
      return {
        people: people.list().filter(({ id }) => named.has(id)),
        threads: threads.map(({ articleId: _, ...thread }) => thread),
      }
    },
    /** How many messages there are. @throws INVALID `bundle-damaged` */
    check: (value: unknown): number =>
      read(value).threads.reduce((sum, { messages }) => sum + messages.length, 0),
    /** Part of the caller's transaction. */
    merge(articleId: ArticleId, value: unknown): void {
      const comments = read(value)
      let changed = false
      for (const person of comments.people) if (people.meet(person)) changed = true
      for (const thread of comments.threads) {
        const known = repository.find(thread.uid)
        // A thread of this uid that belongs to another article is not this one.
        if (known && known.articleId !== articleId) continue
        if (!known) {
          repository.insertThread(thread.uid, articleId, thread.quote, thread.createdAt)
          changed = true
        }
        for (const message of thread.messages) {
          const mine = repository.findMessage(message.uid)
          if (!mine) {
            repository.insertMessage(message.uid, thread.uid, message.author, message.text, message.createdAt)
            changed = true
          }
          const newer = (message.editedAt ?? 0) > (mine?.message.editedAt ?? 0)
          const ours = !mine || (mine.thread === thread.uid && mine.message.author === message.author)
          if (!newer || !ours) continue
          repository.setText(message.uid, message.text, message.editedAt ?? 0)
          changed = true
        }
        // Who came last decides whether it is settled; a word after that opens it again.
        const settled = repository.find(thread.uid)
        const lastWord = settled?.messages.at(-1)?.createdAt ?? 0
        const resolvedAt = thread.resolvedAt ?? 0
        if (settled && resolvedAt > (settled.resolvedAt ?? 0) && resolvedAt >= lastWord) {
          repository.setResolved(thread.uid, thread.resolvedAt, thread.resolvedBy)
          changed = true
        } else if (settled?.resolvedAt && settled.resolvedAt < lastWord) {
          repository.setResolved(thread.uid, null, null)
          changed = true
        }
      }
      if (changed) announce('comments.changed', { articleId })
    },
  }
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleId } from '../model/ids.ts'
import { base, Timestamp } from './base.ts'

/** Of a thread, as the `comment` mark in the document names it, or of a message. */
export const CommentUid = z.uuid()

const Text = z.string().trim().min(1).max(10_000)

export const CommentMessage = z.object({
  uid: z.string(),
  /** Id of a person. */
  author: z.string(),
  text: z.string(),
  createdAt: Timestamp,
  editedAt: Timestamp.nullable(),
})
export type CommentMessage = z.infer<typeof CommentMessage>

export const CommentThread = z.object({
  uid: z.string(),
  articleId: ArticleId,
  /** The words that it was put on. */
  quote: z.string(),
  createdAt: Timestamp,
  resolvedAt: Timestamp.nullable(),
  resolvedBy: z.string().nullable(),
  /** Oldest first, never empty. */
  messages: z.array(CommentMessage),
})
export type CommentThread = z.infer<typeof CommentThread>

/** All but `list` answer the thread as it is then. Written by the editor of this machine. */
export const comments = {
  /** Oldest first; their order in the text is the document's to tell. */
  list: base.input(z.object({ articleId: ArticleId })).output(z.array(CommentThread)),
  /** The caller chooses the uid, for its mark. The same uid again is the same thread. */
  start: base
    .input(z.object({ articleId: ArticleId, uid: CommentUid, quote: z.string().max(2_000), text: Text }))
    .output(CommentThread),
  reply: base.input(z.object({ thread: CommentUid, text: Text })).output(CommentThread),
  /** REFUSED `not-yours` for somebody else's words. */
  edit: base.input(z.object({ message: CommentUid, text: Text })).output(CommentThread),
  /** The first message takes the whole thread with it; null then. REFUSED `not-yours`. */
  delete: base.input(z.object({ message: CommentUid })).output(CommentThread.nullable()),
  resolve: base.input(z.object({ thread: CommentUid, resolved: z.boolean() })).output(CommentThread),
  /** After the thread was put on other words. */
  requote: base.input(z.object({ thread: CommentUid, quote: z.string().max(2_000) })).output(CommentThread),
  changed: base.output(eventIterator(z.object({ articleId: ArticleId }))),
}

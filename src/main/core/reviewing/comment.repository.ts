import type { Database } from 'better-sqlite3'
import type { CommentMessage, CommentThread } from '#shared/contract/comments.ts'
import type { ArticleId } from '#shared/model/ids.ts'

interface ThreadRow {
  uid: string
  article_id: number
  quote: string
  created_at: number
  resolved_at: number | null
  resolved_by: string | null
}

interface MessageRow {
  uid: string
  thread_uid: string
  author: string
  text: string
  created_at: number
  edited_at: number | null
}

const toMessage = (row: MessageRow): CommentMessage => ({
  uid: row.uid,
  author: row.author,
  text: row.text,
  createdAt: row.created_at,
  editedAt: row.edited_at,
})

const toThread = (row: ThreadRow, messages: MessageRow[]): CommentThread => ({
  uid: row.uid,
  articleId: row.article_id as ArticleId,
  quote: row.quote,
  createdAt: row.created_at,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
  messages: messages.map(toMessage),
})

export type CommentRepository = ReturnType<typeof createCommentRepository>

export function createCommentRepository(db: Database) {
  const threads = db.prepare<[number], ThreadRow>(
    'SELECT * FROM comment_threads WHERE article_id = ? ORDER BY created_at, uid',
  )
  const thread = db.prepare<[string], ThreadRow>('SELECT * FROM comment_threads WHERE uid = ?')
  const messagesOfArticle = db.prepare<[number], MessageRow>(/* sql */ `
    SELECT m.* FROM comment_threads t JOIN comment_messages m ON m.thread_uid = t.uid
    WHERE t.article_id = ? ORDER BY m.created_at, m.uid`)
  const messages = db.prepare<[string], MessageRow>(
    'SELECT * FROM comment_messages WHERE thread_uid = ? ORDER BY created_at, uid',
  )
  const message = db.prepare<[string], MessageRow>('SELECT * FROM comment_messages WHERE uid = ?')
  const insertThread = db.prepare<[string, number, string, number]>(
    'INSERT INTO comment_threads (uid, article_id, quote, created_at) VALUES (?, ?, ?, ?)',
  )
  const insertMessage = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO comment_messages (uid, thread_uid, author, text, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  const setText = db.prepare<[string, number, string]>(
    'UPDATE comment_messages SET text = ?, edited_at = ? WHERE uid = ?',
  )
  const setResolved = db.prepare<[number | null, string | null, string]>(
    'UPDATE comment_threads SET resolved_at = ?, resolved_by = ? WHERE uid = ?',
  )
  const setQuote = db.prepare<[string, string]>('UPDATE comment_threads SET quote = ? WHERE uid = ?')
  const deleteThread = db.prepare<[string]>('DELETE FROM comment_threads WHERE uid = ?')
  const deleteMessage = db.prepare<[string]>('DELETE FROM comment_messages WHERE uid = ?')

  return {
    list(articleId: ArticleId): CommentThread[] {
      const byThread = Map.groupBy(messagesOfArticle.all(articleId), ({ thread_uid }) => thread_uid)
      return threads.all(articleId).map((row) => toThread(row, byThread.get(row.uid) ?? []))
    },
    find(uid: string): CommentThread | undefined {
      const row = thread.get(uid)
      return row && toThread(row, messages.all(uid))
    },
    /** A message with the thread that it belongs to. */
    findMessage(uid: string): { message: CommentMessage; thread: string } | undefined {
      const row = message.get(uid)
      return row && { message: toMessage(row), thread: row.thread_uid }
    },
    insertThread: (uid: string, articleId: ArticleId, quote: string, now: number) =>
      void insertThread.run(uid, articleId, quote, now),
    insertMessage: (uid: string, thread: string, author: string, text: string, now: number) =>
      void insertMessage.run(uid, thread, author, text, now),
    setText: (uid: string, text: string, now: number) => void setText.run(text, now, uid),
    setResolved: (uid: string, at: number | null, by: string | null) => void setResolved.run(at, by, uid),
    setQuote: (uid: string, quote: string) => void setQuote.run(quote, uid),
    deleteThread: (uid: string) => void deleteThread.run(uid),
    deleteMessage: (uid: string) => void deleteMessage.run(uid),
  }
}

import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { ArticleId } from '#shared/model/ids.ts'
import { indexTokens } from './index-tokens.ts'

const last = 2_147_483_647

/**
 * The row of an article in the index: the newest comes first. FTS5 reads its lists upwards, and twice as fast as
 * downwards.
 */
export const indexRow = (id: number): number => last - id
/** The article of a row, as SQL. */
export const articleOfRow = (rowid: string): string => `${last} - ${rowid}`

/** The text of an article that can be found. */
export interface IndexedText {
  title: string
  dek: string
  text: string
}

export type SearchIndex = ReturnType<typeof createSearchIndex>

/**
 * The full-text index. `put` and `remove` belong into the transaction that changes the article; `written` is told of
 * each that wrote.
 */
export function createSearchIndex(db: Database, written: () => void = () => {}) {
  const digestOf = db
    .prepare<[number], Buffer>('SELECT digest FROM search_entries WHERE article_id = ?')
    .pluck()
  const remember = db.prepare('REPLACE INTO search_entries (article_id, digest) VALUES (?, ?)')
  const forget = db.prepare('DELETE FROM search_entries WHERE article_id = ?')
  const insertText = db.prepare('INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)')
  const deleteText = db.prepare('DELETE FROM search_text WHERE rowid = ?')
  const insertCharacters = db.prepare('INSERT INTO search_characters (rowid, characters) VALUES (?, ?)')
  const deleteCharacters = db.prepare('DELETE FROM search_characters WHERE rowid = ?')

  const digest = ({ title, dek, text }: IndexedText): Buffer =>
    hash('sha1', `${title}\0${dek}\0${text}`, 'buffer').subarray(0, 8)

  function drop(id: ArticleId): void {
    deleteText.run(indexRow(id))
    deleteCharacters.run(indexRow(id))
    forget.run(id)
    written()
  }

  return {
    /**
     * Makes or renews the entry of an article; does nothing where its text is the same. Many in one transaction are
     * quickest from the newest to the oldest: FTS5 gathers ascending rows.
     */
    put(id: ArticleId, article: IndexedText): void {
      const next = digest(article)
      const known = digestOf.get(id)
      if (known?.equals(next)) return
      if (known) drop(id)
      const { title, body, characters } = indexTokens(article)
      insertText.run(indexRow(id), title, body)
      insertCharacters.run(indexRow(id), characters)
      remember.run(id, next)
      written()
    },
    remove(id: ArticleId): void {
      if (digestOf.get(id)) drop(id)
    },
    /** Removes whatever there is of an entry, also half of one. */
    drop,
    isCurrent: (id: ArticleId, article: IndexedText): boolean =>
      digestOf.get(id)?.equals(digest(article)) ?? false,
  }
}

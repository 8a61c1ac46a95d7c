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

const digestBytes = 8

export type SearchIndex = ReturnType<typeof createSearchIndex>

/** The full-text index; see `createIndexKeeper` for who writes it when. `written` is told of each write. */
export function createSearchIndex(db: Database, written: () => void = () => {}) {
  const entryOf = db
    .prepare<[number], Buffer>('SELECT digest FROM search_entries WHERE article_id = ?')
    .pluck()
  const remember = db.prepare('REPLACE INTO search_entries (article_id, digest) VALUES (?, ?)')
  const markStale = db.prepare<[number]>(/* sql */ `
    INSERT INTO search_entries (article_id, digest) VALUES (?, x'00')
    ON CONFLICT DO UPDATE SET digest = CAST(digest || x'00' AS BLOB) WHERE length(digest) = ${digestBytes}`)
  const staleIds = db
    .prepare<[], ArticleId>(
      `SELECT article_id FROM search_entries WHERE length(digest) <> ${digestBytes} ORDER BY article_id DESC`,
    )
    .pluck()
  const forget = db.prepare('DELETE FROM search_entries WHERE article_id = ?')
  const insertText = db.prepare('INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)')
  const deleteText = db.prepare('DELETE FROM search_text WHERE rowid = ?')
  const insertCharacters = db.prepare('INSERT INTO search_characters (rowid, characters) VALUES (?, ?)')
  const deleteCharacters = db.prepare('DELETE FROM search_characters WHERE rowid = ?')

  const digest = ({ title, dek, text }: IndexedText): Buffer =>
    hash('sha1', `${title}\0${dek}\0${text}`, 'buffer').subarray(0, digestBytes)

  function drop(id: ArticleId): void {
    deleteText.run(indexRow(id))
    deleteCharacters.run(indexRow(id))
    forget.run(id)
    written()
  }

  return {
    /**
     * Makes or renews the entry of an article; where its text is the same, it is only current again. Many in one
     * transaction are quickest from the newest to the oldest: FTS5 gathers ascending rows.
     */
    put(id: ArticleId, article: IndexedText): void {
      const next = digest(article)
      const entry = entryOf.get(id)
      if (entry?.subarray(0, digestBytes).equals(next)) {
        if (entry.length > digestBytes) remember.run(id, next)
        return
      }
      if (entry) drop(id)
      const { title, body, characters } = indexTokens(article)
      insertText.run(indexRow(id), title, body)
      insertCharacters.run(indexRow(id), characters)
      remember.run(id, next)
      written()
    },
    remove(id: ArticleId): void {
      if (entryOf.get(id)) drop(id)
    },
    /** Removes whatever there is of an entry, also half of one. */
    drop,
    /** Notes that the entry of an article, if there is one, is of an earlier text: its digest is a byte longer. */
    markStale: (id: ArticleId): void => void markStale.run(id),
    /** The newest first. */
    staleIds: (): ArticleId[] => staleIds.all(),
    isCurrent: (id: ArticleId, article: IndexedText): boolean =>
      entryOf.get(id)?.equals(digest(article)) ?? false,
  }
}

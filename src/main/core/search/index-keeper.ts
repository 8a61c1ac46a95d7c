import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { ArticleId } from '#shared/model/ids.ts'
import { articleOfRow, type SearchIndex } from './search-index.ts'

/** So many articles take a few milliseconds; then others get their turn. */
const step = 8

export type IndexKeeper = ReturnType<typeof createIndexKeeper>

/** Holds the index against the articles, and mends it. Works in small steps while the core goes on answering. */
export function createIndexKeeper(db: Database, index: SearchIndex) {
  const allIds = db.prepare<[], ArticleId>('SELECT id FROM articles ORDER BY id DESC').pluck()
  const missingIds = db
    .prepare<[], ArticleId>(/* sql */ `
      SELECT id FROM articles a WHERE NOT EXISTS (SELECT 1 FROM search_entries e WHERE e.article_id = a.id)
      ORDER BY id DESC`)
    .pluck()
  // The three tables are written together; docsize has a row for each entry of its index.
  const orphanedIds = db
    .prepare<[], ArticleId>(/* sql */ `
      SELECT article_id FROM search_entries WHERE article_id NOT IN (SELECT id FROM articles)
      UNION SELECT ${articleOfRow('id')} FROM search_text_docsize
        WHERE ${articleOfRow('id')} NOT IN (SELECT article_id FROM search_entries)
      UNION SELECT ${articleOfRow('id')} FROM search_characters_docsize
        WHERE ${articleOfRow('id')} NOT IN (SELECT article_id FROM search_entries)`)
    .pluck()
  const halfIds = db
    .prepare<[], ArticleId>(/* sql */ `
      SELECT article_id FROM search_entries
      WHERE article_id NOT IN (SELECT ${articleOfRow('id')} FROM search_text_docsize)
        OR article_id NOT IN (SELECT ${articleOfRow('id')} FROM search_characters_docsize)`)
    .pluck()
  const words = db.prepare<[number], { title: string; dek: string; text: Buffer | null }>(/* sql */ `
    SELECT title, dek, text FROM articles a LEFT JOIN article_bodies b ON b.article_id = a.id WHERE a.id = ?`)

  const wordsOf = (id: ArticleId) => {
    const row = words.get(id)
    return row && { title: row.title, dek: row.dek, text: String(row.text ?? '') }
  }

  async function inSteps(ids: readonly ArticleId[], each: (id: ArticleId) => void): Promise<void> {
    const run = db.transaction((part: readonly ArticleId[]) => part.forEach(each))
    for (let at = 0; at < ids.length; at += step) {
      if (!db.open) return
      run.immediate(ids.slice(at, at + step))
      await nextTurn()
    }
  }

  const renew = (id: ArticleId) => {
    index.drop(id)
    const article = wordsOf(id)
    if (article) index.put(id, article)
  }

  /** Articles without an entry, entries of articles that are gone, and entries of another text. */
  async function wrongIds(): Promise<Set<ArticleId>> {
    const wrong = new Set([...missingIds.all(), ...halfIds.all()])
    for (const [at, id] of allIds.all().entries()) {
      const article = wrong.has(id) ? undefined : wordsOf(id)
      if (article && !index.isCurrent(id, article)) wrong.add(id)
      if (at % 50 === 49) await nextTurn()
      if (!db.open) return wrong
    }
    for (const id of orphanedIds.all()) wrong.add(id)
    return wrong
  }

  return {
    /** Compares every article with its entry and mends what is wrong; answers how many were. */
    async mend(): Promise<number> {
      const wrong = [...(await wrongIds())]
      await inSteps(wrong, renew)
      return wrong.length
    },
    /** Articles that a migration or another program left without an entry, the newest first. */
    fillUp: (): Promise<void> => inSteps(missingIds.all(), renew),
  }
}

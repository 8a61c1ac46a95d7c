import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { ArticleId } from '#shared/model/ids.ts'
import { articleOfRow, type SearchIndex } from './search-index.ts'

export interface IndexProblems {
  /** Articles without an entry, entries of articles that are gone, and entries of another text. */
  missing: ArticleId[]
  orphaned: ArticleId[]
  stale: ArticleId[]
}

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

  /** Compares every article with its entry. */
  async function verifyIndex(): Promise<IndexProblems> {
    const missing = missingIds.all()
    const skip = new Set(missing)
    const stale: ArticleId[] = halfIds.all()
    const ids = allIds.all().filter((id) => !skip.has(id))
    for (const [at, id] of ids.entries()) {
      const article = wordsOf(id)
      if (article && !index.isCurrent(id, article)) stale.push(id)
      if (at % 50 === 49) await nextTurn()
      if (!db.open) break
    }
    return { missing, orphaned: orphanedIds.all(), stale: [...new Set(stale)] }
  }

  return {
    verifyIndex,
    /** What `verifyIndex` found, for the check of a library. */
    async problems(): Promise<string[]> {
      return Object.entries(await verifyIndex()).flatMap(([what, ids]) =>
        ids.length > 0 ? [`search-${what}: ${ids.length}`] : [],
      )
    },
    /** Mends what is missing, orphaned or stale. */
    repair: ({ missing, orphaned, stale }: IndexProblems): Promise<void> =>
      inSteps([...missing, ...orphaned, ...stale], renew),
    /** Articles that a migration or another program left without an entry, the newest first. */
    fillUp: (): Promise<void> => inSteps(missingIds.all(), renew),
    /** Makes the whole index anew. Until it is done, searches find what is there already. */
    async rebuild(): Promise<void> {
      index.clear()
      await inSteps(allIds.all(), renew)
      index.optimize()
    },
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Clock } from '../platform.ts'
import { articleOfRow, type SearchIndex } from './search-index.ts'

/** After a change, ms. Who goes on writing is not indexed at every save, and no save waits for it. */
const settling = 1000
/** So many articles, or bytes of text, take some milliseconds; then others get their turn. */
const step = { articles: 4, bytes: 30_000 }
/** A search waits for as many changed articles, about a second; not for the end of an import. */
const mostAwaited = 200
/** Nor any longer than this where they are long or more keep coming, ms. */
const longestWait = 2000

export type IndexKeeper = ReturnType<typeof createIndexKeeper>

/**
 * Brings the index up to the articles a second after they change, or when somebody searches. What is behind is marked
 * in the transaction of the change, so that a later session goes on with it. Works in small steps while the core goes on
 * answering.
 */
export function createIndexKeeper(db: Database, index: SearchIndex, clock: Clock, logger: Logger) {
  const behind = new Set<ArticleId>()
  let callOff: (() => void) | null = null
  let catchingUp: Promise<void> | null = null

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

  const bytes = db
    .prepare<[number], number>('SELECT length(text) FROM article_bodies WHERE article_id = ?')
    .pluck()

  const wordsOf = (id: ArticleId) => {
    const row = words.get(id)
    return row && { title: row.title, dek: row.dek, text: String(row.text ?? '') }
  }

  const renew = (id: ArticleId) => {
    const article = wordsOf(id)
    if (article) index.put(id, article)
    else index.remove(id)
  }

  /** From the newest to the oldest, which is quickest and leaves one segment for all; see `put`. */
  function firstOf(ids: Set<ArticleId>): ArticleId[] {
    const part: ArticleId[] = []
    let size = 0
    for (const id of ids) {
      part.push(id)
      size += bytes.get(id) ?? 0
      if (part.length === step.articles || size >= step.bytes) break
    }
    return part.sort((a, b) => b - a)
  }

  async function inSteps(ids: Set<ArticleId>, each: (id: ArticleId) => void): Promise<void> {
    const run = db.transaction((part: readonly ArticleId[]) => part.forEach(each))
    while (ids.size > 0 && db.open) {
      const part = firstOf(ids)
      run.immediate(part)
      for (const id of part) ids.delete(id)
      if (ids.size > 0) await nextTurn()
    }
  }

  /** What it could not write is still marked: the next change or session tries again. */
  async function work(): Promise<void> {
    try {
      // Again, for what comes between the last step and the end.
      while (behind.size > 0 && db.open) await inSteps(behind, renew)
    } catch (error) {
      if (db.open) logger.error({ err: error }, 'the search index is behind')
    } finally {
      catchingUp = null
    }
  }

  function catchUp(): Promise<void> {
    callOff?.()
    callOff = null
    if (behind.size === 0) return Promise.resolve()
    catchingUp ??= work()
    return catchingUp
  }

  const recall = (ids: readonly ArticleId[]) => {
    for (const id of ids) behind.add(id)
  }

  /** Articles without an entry, entries of articles that are gone, and entries of another text. */
  async function wrongIds(): Promise<Set<ArticleId>> {
    const wrong = new Set([...missingIds.all(), ...halfIds.all()])
    for (const [at, id] of allIds.all().entries()) {
      // What is saved meanwhile is only behind.
      const article = wrong.has(id) || behind.has(id) ? undefined : wordsOf(id)
      if (article && !index.isCurrent(id, article)) wrong.add(id)
      if (at % 50 === 49) await nextTurn()
      if (!db.open) return wrong
    }
    for (const id of orphanedIds.all()) wrong.add(id)
    return wrong
  }

  return {
    /** An article was made or its words changed. Part of the transaction that did it. */
    changed(id: ArticleId): void {
      index.markStale(id)
      behind.add(id)
      callOff ??= clock.at(clock.now() + settling, () => void catchUp())
    },
    /** An article is going. Part of the transaction that deletes it. */
    removed: (id: ArticleId): void => index.remove(id),
    /** For a search: what was changed before is found, unless very much was. */
    async ready(): Promise<void> {
      const much = behind.size > mostAwaited
      const done = catchUp()
      if (much || behind.size === 0) return
      const { promise: waited, resolve } = Promise.withResolvers<void>()
      const callOffWait = clock.at(clock.now() + longestWait, resolve)
      await Promise.race([done, waited])
      callOffWait()
    },
    /** Goes on with what earlier sessions left behind and with what a migration or another program brought. */
    fillUp(): Promise<void> {
      recall(index.staleIds())
      recall(missingIds.all())
      return catchUp()
    },
    /** Compares every article with its entry and mends what is wrong; answers how many were. */
    async mend(): Promise<number> {
      recall(index.staleIds())
      await inSteps(behind, renew)
      if (!db.open) return 0
      const wrong = await wrongIds()
      const count = wrong.size
      await inSteps(wrong, (id) => {
        index.drop(id)
        renew(id)
      })
      return count
    },
    /** What is left to do is marked. */
    stop(): void {
      callOff?.()
      callOff = null
      behind.clear()
    },
  }
}

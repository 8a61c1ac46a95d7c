import type { Database, Statement } from 'better-sqlite3'
import type { ArticleId } from '#shared/model/ids.ts'
import { articleOfRow } from './search-index.ts'
import type { IndexMatch, SearchQuery } from './search-query.ts'

/** Conditions on `articles a`. */
export interface SearchConditions {
  where: string
  params: Record<string, string | number>
}

export type SearchRepository = ReturnType<typeof createSearchRepository>

const characterHits = 'SELECT rowid FROM search_characters WHERE search_characters MATCH :characters'
/** Title, body. */
const weights = '8.0, 1.0'

export function createSearchRepository(db: Database) {
  const statements = new Map<string, Statement<[Record<string, string | number>], ArticleId>>()
  const bodyText = db
    .prepare<[number], Buffer>('SELECT text FROM article_bodies WHERE article_id = ?')
    .pluck()

  function prepared(sql: string) {
    let statement = statements.get(sql)
    if (!statement) {
      statement = db.prepare<[Record<string, string | number>], ArticleId>(sql).pluck()
      // Ids of categories stand in the text: don't keep one statement for each ever looked at.
      if (statements.size > 200) statements.clear()
      statements.set(sql, statement)
    }
    return statement
  }

  /** The index is walked in its own order and the articles looked up by id: CROSS JOIN and + keep it that way. */
  function matches(
    match: IndexMatch,
    conditions: SearchConditions,
    order: string,
    limit: number,
  ): ArticleId[] {
    const { text, characters } = match
    const table = text === null ? 'search_characters' : 'search_text'
    const also = text !== null && characters !== null ? `AND +f.rowid IN (${characterHits})` : ''
    const sql = /* sql */ `
      SELECT a.id FROM ${table} f CROSS JOIN articles a ON a.id = ${articleOfRow('f.rowid')}
      WHERE ${table} MATCH ${text === null ? ':characters' : ':text'} ${also} AND ${conditions.where}
      ORDER BY ${order} LIMIT :limit`
    return prepared(sql).all({
      ...conditions.params,
      limit,
      ...(text !== null && { text }),
      ...(characters !== null && { characters }),
    })
  }

  return {
    /** Hits in titles first, then the others, each the newest first. */
    newest(query: SearchQuery, conditions: SearchConditions, offset: number, count: number): ArticleId[] {
      const end = offset + count
      const inTitle = matches(query.inTitle, conditions, 'f.rowid', end)
      if (inTitle.length === end) return inTitle.slice(offset)
      const seen = new Set(inTitle)
      const anywhere = matches(query.anywhere, conditions, 'f.rowid', end)
      return [...inTitle, ...anywhere.filter((id) => !seen.has(id))].slice(offset, end)
    },
    /** By bm25. The index of single characters has no frequencies: a query of nothing else is ranked by age. */
    best(query: SearchQuery, conditions: SearchConditions, offset: number, count: number): ArticleId[] {
      if (query.anywhere.text === null) return this.newest(query, conditions, offset, count)
      const text = `(${query.anywhere.text}) OR (${query.inTitle.text})`
      const order = `bm25(search_text, ${weights}), f.rowid`
      const match = { text, characters: query.anywhere.characters }
      return matches(match, conditions, order, offset + count).slice(offset)
    },
    bodyText: (id: ArticleId): string => String(bodyText.get(id) ?? ''),
  }
}

import type { Database, Statement } from 'better-sqlite3'
import type { ArticleId } from '#shared/model/ids.ts'
import { normalize } from './runs.ts'
import { articleOfRow, type IndexedText } from './search-index.ts'
import { fewPairs, type IndexMatch, type LongRun, type SearchQuery } from './search-query.ts'

/** Conditions on `articles a`. */
export interface SearchConditions {
  where: string
  params: Record<string, string | number>
}

export type SearchRepository = ReturnType<typeof createSearchRepository>

const characterHits = 'SELECT rowid FROM search_characters WHERE search_characters MATCH :characters'
/** Title, body. */
const weights = '8.0, 1.0'
/** So many of its newest articles tell how common a pair is. */
const sampled = 32
/** A pair that fewer articles than one in so many have is rare: walking its list is quicker than reading texts. */
const rare = 5
/** Reading the texts of more articles takes longer than walking the lists of all pairs. */
const mostCandidates = 24

export function createSearchRepository(db: Database) {
  const statements = new Map<string, Statement<[Record<string, string | number>], ArticleId>>()
  const bodyText = db
    .prepare<[number], Buffer>('SELECT text FROM article_bodies WHERE article_id = ?')
    .pluck()

  const newestRow = db.prepare<[], number>('SELECT rowid FROM search_text ORDER BY rowid LIMIT 1').pluck()
  const sampleEnd = db
    .prepare<[string], number>(
      `SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT 1 OFFSET ${sampled - 1}`,
    )
    .pluck()
  const indexedText = db.prepare<[number], Omit<IndexedText, 'text'> & { text: Buffer }>(
    'SELECT title, dek, text FROM articles JOIN article_bodies ON article_id = id WHERE id = ?',
  )

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

  /**
   * FTS5 walks the lists of all pairs of a phrase, and those of common pairs name nearly every article. The rare ones
   * near each other leave few articles, whose texts tell; null where they leave many.
   */
  function byRarePairs({ text, pairs }: LongRun, conditions: SearchConditions): ArticleId[] | null {
    const places = rarePlaces(pairs)
    const [first = 0, last = 0] = [places[0], places.at(-1)]
    const near = places.map((place) => `"${pairs[place]}"`).join(' ')
    const match = { text: `NEAR(${near}, ${last - first - 1})`, characters: null }
    const ids = matches(match, conditions, 'f.rowid', mostCandidates + 1)
    return ids.length > mostCandidates ? null : ids.filter((id) => holds(id, text))
  }

  /** Where in the run its rare pairs are, in order; the rarest few in any case. */
  function rarePlaces(pairs: readonly string[]): number[] {
    const newest = newestRow.get() ?? 0
    return pairs
      .map((pair, place) => ({ place, spread: (sampleEnd.get(`"${pair}"`) ?? Number.MAX_VALUE) - newest }))
      .sort((a, b) => b.spread - a.spread)
      .filter(({ spread }, rank) => rank < fewPairs || spread > sampled * rare)
      .map(({ place }) => place)
      .sort((a, b) => a - b)
  }

  function holds(id: ArticleId, run: string): boolean {
    const article = indexedText.get(id)
    return [article?.title ?? '', `${article?.dek}\n${article?.text}`].some((text) =>
      normalize(text).includes(run),
    )
  }

  return {
    /** Hits in titles first, then the others, each the newest first. */
    newest(query: SearchQuery, conditions: SearchConditions, offset: number, count: number): ArticleId[] {
      const end = offset + count
      const inTitle = matches(query.inTitle, conditions, 'f.rowid', end)
      if (inTitle.length === end) return inTitle.slice(offset)
      const seen = new Set(inTitle)
      const anywhere =
        (query.longRun && byRarePairs(query.longRun, conditions)) ??
        matches(query.anywhere, conditions, 'f.rowid', end)
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

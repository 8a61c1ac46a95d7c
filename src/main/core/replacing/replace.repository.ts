import type { Database } from 'better-sqlite3'
import type { ReplaceHit } from '#shared/contract/replacing.ts'
import type { ArticleId } from '#shared/model/ids.ts'

export interface SearchedRow {
  id: ArticleId
  title: string
  dek: string
  state: ReplaceHit['state']
  version: number
  text: Buffer
}

/** What a search over the whole library reads. */
export function createReplaceRepository(db: Database) {
  const row = db.prepare<[number], SearchedRow>(/* sql */ `
    SELECT a.id, a.title, a.dek, a.state, a.version, b.text
    FROM articles a JOIN article_bodies b ON b.article_id = a.id WHERE a.id = ?`)
  const doc = db.prepare<[number], Buffer>('SELECT doc FROM article_bodies WHERE article_id = ?').pluck()
  return {
    row: (id: ArticleId) => row.get(id),
    doc: (id: ArticleId): unknown => JSON.parse(String(doc.get(id))),
    /** Ids under conditions on `articles a`, the latest edited first. */
    ids: ({ where, params }: { where: string; params: Record<string, string | number> }) =>
      db
        .prepare<[Record<string, string | number>], ArticleId>(
          `SELECT a.id FROM articles a WHERE ${where} ORDER BY a.updated_at DESC, a.id DESC`,
        )
        .pluck()
        .all(params),
  }
}

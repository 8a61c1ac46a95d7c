import type { Database } from 'better-sqlite3'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { RevisionReason, RevisionSummary } from '#shared/contract/revisions.ts'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'
import { picturesInJson } from './pictures-in-json.ts'

interface RevisionRow {
  id: number
  article_id: number
  article_version: number
  reason: RevisionReason
  title: string
  name: string
  author: string
  characters: number
  created_at: number
}

const toSummary = (row: RevisionRow): RevisionSummary => ({
  id: row.id as RevisionId,
  articleId: row.article_id as ArticleId,
  articleVersion: row.article_version,
  reason: row.reason,
  title: row.title,
  name: row.name,
  author: row.author,
  characters: row.characters,
  createdAt: row.created_at,
})

export type RevisionRepository = ReturnType<typeof createRevisionRepository>

export function createRevisionRepository(db: Database) {
  const columns = 'id, article_id, article_version, reason, title, name, author, characters, created_at'
  const insert = db.prepare<Omit<RevisionRow, 'id'> & { content: Buffer }>(/* sql */ `
    INSERT INTO revisions (article_id, article_version, reason, title, name, author, characters, content, created_at)
    VALUES (:article_id, :article_version, :reason, :title, :name, :author, :characters, :content, :created_at)`)
  const insertMedia = db.prepare<[number, string]>(
    'INSERT INTO revision_media (revision_id, media_id) SELECT ?, id FROM media WHERE id = ?',
  )
  const find = db.prepare<[number], RevisionRow>(`SELECT ${columns} FROM revisions WHERE id = ?`)
  const content = db.prepare<[number], Buffer>('SELECT content FROM revisions WHERE id = ?').pluck()
  const list = db.prepare<[number], RevisionRow>(
    `SELECT ${columns} FROM revisions WHERE article_id = ? ORDER BY created_at DESC, id DESC`,
  )
  const page = db.prepare<
    { articleId: number; query: string; limit: number; offset: number },
    RevisionRow
  >(/* sql */ `
    SELECT ${columns} FROM revisions
    WHERE article_id = :articleId
      AND (:query = '' OR instr(lower(name || char(10) || title || char(10) || author), lower(:query)) > 0)
    ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset`)
  const rename = db.prepare<{ id: number; name: string }>('UPDATE revisions SET name = :name WHERE id = :id')
  const newest = db.prepare<[number], RevisionRow>(
    `SELECT ${columns} FROM revisions WHERE article_id = ? ORDER BY created_at DESC, id DESC LIMIT 1`,
  )
  const remove = db.prepare<[number]>('DELETE FROM revisions WHERE id = ?')

  return {
    /** Bytes are content that is JSON already. */
    insert(revision: Omit<RevisionSummary, 'id'>, content: ArticleContent | Buffer): RevisionId {
      const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
      const { lastInsertRowid } = insert.run({
        article_id: revision.articleId,
        article_version: revision.articleVersion,
        reason: revision.reason,
        title: revision.title,
        name: revision.name,
        author: revision.author,
        characters: revision.characters,
        created_at: revision.createdAt,
        content: bytes,
      })
      const id = Number(lastInsertRowid) as RevisionId
      for (const picture of picturesInJson(bytes)) insertMedia.run(id, picture)
      return id
    },
    find(id: RevisionId): RevisionSummary | undefined {
      const row = find.get(id)
      return row && toSummary(row)
    },
    content(id: RevisionId): ArticleContent | undefined {
      const bytes = content.get(id)
      return bytes && (JSON.parse(String(bytes)) as ArticleContent)
    },
    /** Newest first. */
    list: (articleId: ArticleId) => list.all(articleId).map(toSummary),
    page: (articleId: ArticleId, query: string, offset: number, limit: number) =>
      page.all({ articleId, query, offset, limit }).map(toSummary),
    rename: (id: RevisionId, name: string) => void rename.run({ id, name }),
    newest(articleId: ArticleId): RevisionSummary | undefined {
      const row = newest.get(articleId)
      return row && toSummary(row)
    },
    delete: (id: RevisionId) => void remove.run(id),
  }
}

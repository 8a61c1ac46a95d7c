import type { Database } from 'better-sqlite3'
import type { MediaUsage } from '#shared/contract/media.ts'
import type { ArticleState } from '#shared/model/article-state.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { picturesInJson } from '../revisions/pictures-in-json.ts'

/** What shows a picture: articles as they are, the site as it is, versions that are kept. */
const holders: readonly [table: string, column: string][] = [
  ['article_media', 'media_id'],
  ['articles', 'cover'],
  ['live_articles', 'cover'],
  ['live_media', 'media_id'],
  ['revision_media', 'media_id'],
]

/** SQL that is true for a picture that must not be deleted. `:held` is what `heldByTemplates` answers. */
export const isUsed = (id: string): string =>
  `(${holders.map(([table, column]) => `EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ${id})`).join(' OR ')}
    OR ${id} IN (SELECT value FROM json_each(:held)))`

/** Pictures in templates and snippets, as a JSON array. There are few of these, and they keep no list of their own. */
export function heldByTemplates(db: Database): () => string {
  const contents = db
    .prepare<[], Buffer>('SELECT content FROM templates UNION ALL SELECT content FROM snippets')
    .pluck()
  return () => JSON.stringify([...new Set(contents.all().flatMap((content) => [...picturesInJson(content)]))])
}

interface UsageRow {
  id: number
  title: string
  state: ArticleState
  trashed: 0 | 1
  in_body: 0 | 1
  as_cover: 0 | 1
  on_site: 0 | 1
}

export type MediaUsageRepository = ReturnType<typeof createMediaUsageRepository>

/** Where pictures are shown. */
export function createMediaUsageRepository(db: Database) {
  const held = heldByTemplates(db)
  const used = db.prepare<{ id: string; held: string }, number>(`SELECT ${isUsed(':id')}`).pluck()
  const articles = db.prepare<{ id: string }, UsageRow>(/* sql */ `
    WITH places AS (
      SELECT article_id, 1 AS in_body, 0 AS as_cover, 0 AS on_site FROM article_media WHERE media_id = :id
      UNION ALL SELECT id, 0, 1, 0 FROM articles WHERE cover = :id
      UNION ALL SELECT article_id, 0, 0, 1 FROM live_media WHERE media_id = :id
      UNION ALL SELECT article_id, 0, 0, 1 FROM live_articles WHERE cover = :id)
    SELECT a.id, a.title, a.state, a.trashed_at IS NOT NULL AS trashed, max(in_body) AS in_body,
      max(as_cover) AS as_cover, max(on_site) AS on_site
    FROM places JOIN articles a ON a.id = places.article_id
    GROUP BY a.id ORDER BY a.updated_at DESC, a.id`)
  const versions = db
    .prepare<[string], number>('SELECT count(*) FROM revision_media WHERE media_id = ?')
    .pluck()
  const showing = db
    .prepare<{ id: string }, ArticleId>(/* sql */ `
      SELECT article_id FROM article_media WHERE media_id = :id UNION SELECT id FROM articles WHERE cover = :id`)
    .pluck()

  return {
    isUsed: (id: string): boolean => used.get({ id, held: held() }) === 1,
    of: (id: string): MediaUsage => ({
      articles: articles.all({ id }).map((row) => ({
        id: row.id as ArticleId,
        title: row.title,
        state: row.state,
        trashed: row.trashed === 1,
        inBody: row.in_body === 1,
        asCover: row.as_cover === 1,
        onSite: row.on_site === 1,
      })),
      versions: versions.get(id) ?? 0,
      inTemplates: held().includes(id),
    }),
    /** Articles whose present content shows it. */
    showing: (id: string): ArticleId[] => showing.all({ id }),
  }
}

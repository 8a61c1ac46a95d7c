import type { Database } from 'better-sqlite3'

export interface LabelRow {
  id: number
  name: string
  slug: string
}

/** What differs between tags and bylines: how articles refer to them. */
interface LabelKind {
  readonly table: 'tags' | 'bylines'
  /** Articles outside the trash by label. */
  readonly counts: string
  readonly inUse: string
  readonly articleCount: string
  /** Gives articles that have `:id` the label `:intoId`. */
  readonly reassign: string
  /** Takes it from articles before it goes. */
  readonly release: string
}

export const tagKind: LabelKind = {
  table: 'tags',
  // Trashed articles are few: counting all in the index and taking them off beats a join with every article.
  counts: /* sql */ `
    SELECT id, sum(n) AS n FROM (
      SELECT tag_id AS id, count(*) AS n FROM article_tags GROUP BY tag_id
      UNION ALL
      SELECT t.tag_id, -count(*) FROM articles a JOIN article_tags t ON t.article_id = a.id
      WHERE a.trashed_at IS NOT NULL GROUP BY t.tag_id
    ) GROUP BY id`,
  inUse: /* sql */ `
    EXISTS (SELECT 1 FROM article_tags WHERE tag_id = labels.id)
    OR EXISTS (SELECT 1 FROM live_tags WHERE tag_id = labels.id)`,
  articleCount: 'SELECT count(*) FROM article_tags WHERE tag_id = ?',
  reassign:
    'INSERT OR IGNORE INTO article_tags SELECT article_id, :intoId, position FROM article_tags WHERE tag_id = :id',
  release: 'DELETE FROM article_tags WHERE tag_id = :id',
}

export const bylineKind: LabelKind = {
  table: 'bylines',
  counts: /* sql */ `
    SELECT byline_id AS id, count(*) AS n FROM articles
    WHERE trashed_at IS NULL AND byline_id IS NOT NULL GROUP BY byline_id`,
  inUse: /* sql */ `
    EXISTS (SELECT 1 FROM articles WHERE byline_id = labels.id)
    OR EXISTS (SELECT 1 FROM live_articles WHERE byline_id = labels.id)`,
  articleCount: 'SELECT count(*) FROM articles WHERE byline_id = ?',
  reassign: 'UPDATE articles SET byline_id = :intoId WHERE byline_id = :id',
  release: 'UPDATE articles SET byline_id = NULL WHERE byline_id = :id',
}

export type LabelRepository = ReturnType<typeof createLabelRepository>

export function createLabelRepository(db: Database, kind: LabelKind) {
  const { table } = kind
  const find = db.prepare<[number], LabelRow>(`SELECT * FROM ${table} WHERE id = ?`)
  const findByName = db.prepare<[string], LabelRow>(`SELECT * FROM ${table} WHERE name = ?`)
  const hasSlug = db.prepare<[string], 1>(`SELECT 1 FROM ${table} WHERE slug = ?`).pluck()
  const insert = db.prepare<[string, string]>(`INSERT INTO ${table} (name, slug) VALUES (?, ?)`)
  const rename = db.prepare<{ id: number; name: string; slug: string }>(
    `UPDATE ${table} SET name = :name, slug = :slug WHERE id = :id`,
  )
  const remove = db.prepare<[number]>(`DELETE FROM ${table} WHERE id = ?`)
  const removeUnused = db.prepare<[number]>(
    `DELETE FROM ${table} AS labels WHERE id = ? AND NOT (${kind.inUse})`,
  )
  const list = db.prepare<{ query: string; limit: number }, LabelRow & { n: number }>(/* sql */ `
    SELECT labels.*, ifnull(counts.n, 0) AS n
    FROM ${table} AS labels LEFT JOIN (${kind.counts}) AS counts USING (id)
    WHERE :query = '' OR instr(lower(labels.name), lower(:query)) > 0
    ORDER BY n DESC, labels.name LIMIT :limit`)
  const articleCount = db.prepare<[number], number>(kind.articleCount).pluck()
  const reassign = db.prepare<{ id: number; intoId: number }>(kind.reassign)
  const release = db.prepare<{ id: number }>(kind.release)

  return {
    find: (id: number) => find.get(id),
    findByName: (name: string) => findByName.get(name),
    hasSlug: (slug: string) => hasSlug.get(slug) !== undefined,
    insert: (name: string, slug: string) => Number(insert.run(name, slug).lastInsertRowid),
    rename: (row: LabelRow) => void rename.run(row),
    list: (query: string, limit: number) => list.all({ query, limit }),
    /** Articles that have it, the trash included. */
    articleCount: (id: number) => articleCount.get(id) ?? 0,
    removeUnused: (id: number) => void removeUnused.run(id),
    reassign: (id: number, intoId: number) => void reassign.run({ id, intoId }),
    delete(id: number): void {
      release.run({ id })
      remove.run(id)
    },
  }
}

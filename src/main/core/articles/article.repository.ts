import type { Database } from 'better-sqlite3'
import type { DocumentJson } from '#shared/document/document-json.ts'
import type { ArticleState } from '#shared/model/article-state.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { ArticleBody } from './article-body.ts'
import type { ArticleRow, SummaryRow } from './article-row.ts'

/** The columns that an edit writes. */
export type ArticleColumns = Pick<
  ArticleRow,
  | 'title'
  | 'dek'
  | 'slug'
  | 'slug_is_automatic'
  | 'category_id'
  | 'byline_id'
  | 'source_name'
  | 'source_url'
  | 'cover'
  | 'cover_alt'
  | 'publish_time'
  | 'starting_views'
  | 'characters'
  | 'words'
  | 'suggestions'
  | 'updated_at'
>

const isSame = (sorted: readonly string[], used: readonly string[]) =>
  sorted.length === used.length && [...used].sort().every((value, index) => value === sorted[index])

export type ArticleRepository = ReturnType<typeof createArticleRepository>

export function createArticleRepository(db: Database) {
  const find = db.prepare<[number], ArticleRow>(/* sql */ `
    SELECT a.*, b.name AS byline FROM articles a LEFT JOIN bylines b ON b.id = a.byline_id WHERE a.id = ?`)
  // One statement for all: a call per row costs twenty times as much as the row.
  const summaries = db.prepare<[string], SummaryRow>(/* sql */ `
    SELECT a.id, a.title, a.dek, a.slug, a.category_id, b.name AS byline, a.cover, a.state, a.changed, a.version,
      a.characters, a.views, a.created_at, a.updated_at, a.publish_time, a.scheduled_at, a.published_at, a.trashed_at
    FROM json_each(?) ids JOIN articles a ON a.id = ids.value LEFT JOIN bylines b ON b.id = a.byline_id
    ORDER BY ids.key`)
  const tags = db
    .prepare<[number], string>(/* sql */ `
      SELECT t.name FROM article_tags j JOIN tags t ON t.id = j.tag_id WHERE j.article_id = ? ORDER BY j.position`)
    .pluck()
  const tagIds = db.prepare<[number], number>('SELECT tag_id FROM article_tags WHERE article_id = ?').pluck()
  const addTag = db.prepare<[number, number, number]>(
    'INSERT INTO article_tags (article_id, tag_id, position) VALUES (?, ?, ?)',
  )
  const clearTags = db.prepare<[number]>('DELETE FROM article_tags WHERE article_id = ?')
  const doc = db.prepare<[number], Buffer>('SELECT doc FROM article_bodies WHERE article_id = ?').pluck()
  const html = db.prepare<[number], Buffer>('SELECT html FROM article_bodies WHERE article_id = ?').pluck()
  const hasSlug = db.prepare<[string, number], 1>('SELECT 1 FROM articles WHERE slug = ? AND id <> ?').pluck()
  const insert = db.prepare<ArticleColumns & { uid: string; created_at: number }>(/* sql */ `
    INSERT INTO articles (uid, title, dek, slug, slug_is_automatic, category_id, byline_id, source_name, source_url,
      cover, cover_alt, publish_time, starting_views, characters, words, suggestions, created_at, updated_at)
    VALUES (:uid, :title, :dek, :slug, :slug_is_automatic, :category_id, :byline_id, :source_name, :source_url,
      :cover, :cover_alt, :publish_time, :starting_views, :characters, :words, :suggestions, :created_at, :updated_at)`)
  const update = db.prepare<ArticleColumns & { id: number; forReaders: 0 | 1 }>(/* sql */ `
    UPDATE articles SET title = :title, dek = :dek, slug = :slug, slug_is_automatic = :slug_is_automatic,
      category_id = :category_id, byline_id = :byline_id, source_name = :source_name, source_url = :source_url,
      cover = :cover, cover_alt = :cover_alt, publish_time = :publish_time, starting_views = :starting_views,
      characters = :characters, words = :words, suggestions = :suggestions, updated_at = :updated_at,
      version = version + 1, content_version = iif(:forReaders, version + 1, content_version)
    WHERE id = :id`)
  const touch = db.prepare<{ id: number; now: number }>(
    'UPDATE articles SET version = version + 1, content_version = version + 1, updated_at = :now WHERE id = :id',
  )
  const putBody = db.prepare<[number, Buffer, Buffer, Buffer]>(/* sql */ `
    INSERT INTO article_bodies (article_id, doc, html, text) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET doc = excluded.doc, html = excluded.html, text = excluded.text`)
  const clearMedia = db.prepare<[number]>('DELETE FROM article_media WHERE article_id = ?')
  const addMedia = db.prepare<[number, string]>(
    'INSERT INTO article_media (article_id, media_id) SELECT ?, id FROM media WHERE id = ?',
  )
  const mediaOf = db
    .prepare<[number], string>('SELECT media_id FROM article_media WHERE article_id = ? ORDER BY media_id')
    .pluck()
  const clearLinks = db.prepare<[number]>('DELETE FROM article_links WHERE article_id = ?')
  const addLink = db.prepare<[number, string]>('INSERT INTO article_links VALUES (?, ?)')
  const linksOf = db
    .prepare<[number], string>(
      'SELECT target_uid FROM article_links WHERE article_id = ? ORDER BY target_uid',
    )
    .pluck()
  const hasMedia = db.prepare<[string], 1>('SELECT 1 FROM media WHERE id = ?').pluck()
  const hasCategory = db.prepare<[number], 1>('SELECT 1 FROM categories WHERE id = ?').pluck()
  const setState = db.prepare<{ id: number; state: ArticleState; scheduledAt: number | null }>(
    'UPDATE articles SET state = :state, scheduled_at = :scheduledAt WHERE id = :id',
  )
  const setPublished = db.prepare<{ id: number; version: number; now: number }>(/* sql */ `
    UPDATE articles SET state = 'published', confirmed_version = :version, scheduled_at = NULL,
      published_at = coalesce(publish_time, published_at, :now)
    WHERE id = :id`)
  const setWithdrawn = db.prepare<[number]>(
    `UPDATE articles SET state = 'withdrawn', confirmed_version = NULL, scheduled_at = NULL WHERE id = ?`,
  )
  const addViews = db.prepare<{ id: number; views: number }>(
    'UPDATE articles SET counted_views = max(0, counted_views + :views) WHERE id = :id',
  )
  const setCategory = db.prepare<{ id: number; categoryId: number | null }>(
    'UPDATE articles SET category_id = :categoryId WHERE id = :id',
  )
  const setTrashed = db.prepare<{ id: number; at: number | null }>(
    'UPDATE articles SET trashed_at = :at WHERE id = :id',
  )
  const trashed = db.prepare<[], ArticleId>('SELECT id FROM articles WHERE trashed_at IS NOT NULL').pluck()
  const remove = db.prepare<[number]>('DELETE FROM articles WHERE id = ?')

  return {
    find: (id: number) => find.get(id),
    /** In the order of the ids; those that are gone are left out. */
    summaries: (ids: readonly number[]) => summaries.all(JSON.stringify(ids)),
    tags: (id: number) => tags.all(id),
    tagIds: (id: number) => tagIds.all(id),
    setTags(id: number, ids: readonly number[]): void {
      clearTags.run(id)
      for (const [position, tagId] of ids.entries()) addTag.run(id, tagId, position)
    },
    docBytes: (id: number) => doc.get(id),
    doc: (id: number) => JSON.parse(String(doc.get(id))) as DocumentJson,
    htmlBytes: (id: number) => html.get(id) ?? Buffer.alloc(0),
    hasSlug: (slug: string, exceptId: number) => hasSlug.get(slug, exceptId) !== undefined,
    hasMedia: (id: string) => hasMedia.get(id) !== undefined,
    hasCategory: (id: number) => hasCategory.get(id) !== undefined,
    insert: (columns: ArticleColumns & { uid: string; created_at: number }) =>
      Number(insert.run(columns).lastInsertRowid) as ArticleId,
    /** Raises the version, and that of the content where the change is one that readers see. */
    update: (id: number, columns: ArticleColumns, forReaders: boolean) =>
      void update.run({ id, ...columns, forReaders: forReaders ? 1 : 0 }),
    /** Raises the version for a change outside the row. */
    touch: (id: number, now: number) => void touch.run({ id, now }),
    putBody(id: number, body: ArticleBody): void {
      putBody.run(id, body.doc, body.html, body.text)
      if (!isSame(mediaOf.all(id), body.media)) {
        clearMedia.run(id)
        for (const media of body.media) addMedia.run(id, media)
      }
      if (!isSame(linksOf.all(id), body.links)) {
        clearLinks.run(id)
        for (const uid of body.links) addLink.run(id, uid)
      }
    },
    setState: (id: number, state: ArticleState, scheduledAt: number | null = null) =>
      void setState.run({ id, state, scheduledAt }),
    setPublished: (id: number, version: number, now: number) => void setPublished.run({ id, version, now }),
    setWithdrawn: (id: number) => void setWithdrawn.run(id),
    addViews: (id: number, views: number) => void addViews.run({ id, views }),
    setCategory: (id: number, categoryId: number | null) => void setCategory.run({ id, categoryId }),
    setTrashed: (id: number, at: number | null) => void setTrashed.run({ id, at }),
    trashed: () => trashed.all(),
    delete: (id: number) => void remove.run(id),
  }
}

import type { Database } from 'better-sqlite3'
import type { Media } from '#shared/contract/media.ts'

export interface LiveRow {
  article_id: number
  path: string
  slug: string
  title: string
  dek: string
  excerpt: string
  category_id: number | null
  byline_id: number | null
  source_name: string
  source_url: string
  cover: string | null
  cover_alt: string
  publish_time: number
  modified_at: number
  page_hash: string
  list_hash: string
}

/** What the index of the site takes from an article. */
export type FactsRow = [
  id: number,
  path: string,
  publishTime: number,
  modifiedAt: number,
  categoryId: number | null,
  bylineId: number | null,
  pageHash: string,
  listHash: string,
  views: number,
  cover: string | null,
]

export interface CategoryRow {
  id: number
  parent_id: number | null
  name: string
  slug: string
  description: string
}

export interface LabelRow {
  id: number
  name: string
  slug: string
}

export interface StoredArticleRow {
  id: number
  title: string
  dek: string
  slug: string
  slug_is_automatic: number
  category_id: number | null
  byline: string | null
  source_name: string
  source_url: string
  cover: string | null
  cover_alt: string
  publish_time: number | null
  starting_views: number
  counted_views: number
}

export interface MediaRow {
  id: string
  mime: Media['mime']
  width: number
  height: number
  animated: number
  renditions: string
  focus_x: number | null
  focus_y: number | null
}

export type LabelKind = 'tag' | 'byline'
export type RedirectKind = 'article' | 'category' | LabelKind

interface Query<Parameters extends unknown[], Row> {
  get(...parameters: Parameters): Row | undefined
  all(...parameters: Parameters): Row[]
  iterate(...parameters: Parameters): IterableIterator<Row>
}

interface Command<Parameters extends unknown[]> {
  run(...parameters: Parameters): { lastInsertRowid: number | bigint }
}

export type SiteRepository = ReturnType<typeof prepare>

const prepared = new WeakMap<Database, SiteRepository>()

/** The site's statements, prepared once for a connection. */
export function siteRepository(db: Database): SiteRepository {
  const known = prepared.get(db)
  if (known) return known
  const repository = prepare(db)
  prepared.set(db, repository)
  return repository
}

const newestFirst = 'ORDER BY publish_time DESC, article_id DESC'

function prepare(db: Database) {
  const query = <Parameters extends unknown[], Row>(sql: string): Query<Parameters, Row> =>
    db.prepare<Parameters, Row>(sql)
  const column = <Parameters extends unknown[], Value>(sql: string): Query<Parameters, Value> =>
    db.prepare<Parameters, Value>(sql).pluck()
  const arrays = <Parameters extends unknown[], Row>(sql: string): Query<Parameters, Row> =>
    db.prepare<Parameters, Row>(sql).raw()
  const command = <Parameters extends unknown[]>(sql: string): Command<Parameters> =>
    db.prepare<Parameters>(sql)
  const ids = (sql: string) => column<[number], number>(sql)
  /** The rows of every article, or of some. */
  const indexed = <Row>(source: string) => {
    const all = arrays<[], Row>(source)
    const some = arrays<[string], Row>(`${source} WHERE l.article_id IN (SELECT value FROM json_each(?))`)
    return { all: () => all.all(), of: (ids: readonly number[]) => some.all(JSON.stringify(ids)) }
  }
  const label = (table: string) => ({
    byId: query<[number], LabelRow>(`SELECT id, name, slug FROM ${table} WHERE id = ?`),
    byName: query<[string], LabelRow>(`SELECT id, name, slug FROM ${table} WHERE name = ?`),
    bySlug: query<[string], LabelRow>(`SELECT id, name, slug FROM ${table} WHERE slug = ?`),
    insert: command<[string, string]>(`INSERT INTO ${table} (name, slug) VALUES (?, ?)`),
  })

  return {
    setting: column<[string], string>('SELECT value FROM settings WHERE name = ?'),
    categories: query<[], CategoryRow>(
      'SELECT id, parent_id, name, slug, description FROM categories ORDER BY position, id',
    ),
    labels: { tag: label('tags'), byline: label('bylines') },

    live: query<[number], LiveRow>('SELECT * FROM live_articles WHERE article_id = ?'),
    liveTags: ids('SELECT tag_id FROM live_tags WHERE article_id = ? ORDER BY position'),
    body: column<[number], Buffer>('SELECT html FROM live_bodies WHERE article_id = ?'),
    liveByPath: column<[string], number>('SELECT article_id FROM live_articles WHERE path = ?'),
    newest: column<[], number>(`SELECT article_id FROM live_articles ${newestFirst}`),
    newestInCategory: ids(`SELECT article_id FROM live_articles WHERE category_id = ? ${newestFirst}`),
    newestInCategories: column<[string], number>(/* sql */ `
      SELECT article_id FROM live_articles
      WHERE category_id IN (SELECT value FROM json_each(?)) ${newestFirst}`),
    newestOfByline: ids(`SELECT article_id FROM live_articles WHERE byline_id = ? ${newestFirst}`),
    newestOfTag: ids(/* sql */ `
      SELECT article_id FROM live_tags JOIN live_articles USING (article_id) WHERE tag_id = ? ${newestFirst}`),

    views: column<[number], number>('SELECT views FROM articles WHERE id = ?'),

    media: query<[string], MediaRow>(/* sql */ `
      SELECT id, mime, width, height, animated, renditions, focus_x, focus_y FROM media WHERE id = ?`),

    /** `path`: of the address that feeds know it by, where they do. */
    feedName: query<[number], { uid: string; path: string | null }>(/* sql */ `
      SELECT a.uid, f.path FROM articles a LEFT JOIN feed_paths f ON f.article_id = a.id WHERE a.id = ?`),
    idByUid: column<[string], number>('SELECT id FROM articles WHERE uid = ?'),

    /** For the index of the site, see site-index. */
    facts: indexed<FactsRow>(/* sql */ `
      SELECT l.article_id, l.path, l.publish_time, l.modified_at, l.category_id, l.byline_id, l.page_hash,
        l.list_hash, a.views, l.cover
      FROM live_articles l JOIN articles a ON a.id = l.article_id`),
    indexTags: indexed<[article: number, tag: number, position: number]>(
      'SELECT l.article_id, l.tag_id, l.position FROM live_tags l',
    ),
    pictures: indexed<[article: number, media: string]>('SELECT l.article_id, l.media_id FROM live_media l'),
    links: indexed<[article: number, target: number | null]>(
      'SELECT l.article_id, a.id FROM live_links l LEFT JOIN articles a ON a.uid = l.target_uid',
    ),
    /** Articles that link to some. */
    linksTo: column<[ids: string], number>(/* sql */ `
      SELECT l.article_id FROM json_each(?) AS wanted JOIN articles a ON a.id = wanted.value
      JOIN live_links l ON l.target_uid = a.uid`),
    newestChange: column<[], number>('SELECT max(seq) FROM live_changes'),
    changesSince: ids('SELECT article_id FROM live_changes WHERE seq > ?'),

    redirects: query<[], { path: string; kind: RedirectKind; target_id: number }>(
      'SELECT path, kind, target_id FROM redirects ORDER BY path',
    ),
    redirect: query<[string], { path: string; kind: RedirectKind; target_id: number }>(
      'SELECT path, kind, target_id FROM redirects WHERE path = ?',
    ),

    revision: column<[number, number], Buffer>(
      'SELECT content FROM revisions WHERE id = ? AND article_id = ?',
    ),
    /** These take a JSON array of article ids. */
    stored: query<[string], StoredArticleRow>(/* sql */ `
      SELECT a.id, a.title, a.dek, a.slug, a.slug_is_automatic, a.category_id, b.name AS byline, a.source_name,
        a.source_url, a.cover, a.cover_alt, a.publish_time, a.starting_views, a.counted_views
      FROM json_each(?) AS wanted JOIN articles a ON a.id = wanted.value LEFT JOIN bylines b ON b.id = a.byline_id`),
    storedTags: arrays<[string], [article: number, name: string]>(/* sql */ `
      SELECT t.article_id, tags.name
      FROM json_each(?) AS wanted JOIN article_tags t ON t.article_id = wanted.value JOIN tags ON tags.id = t.tag_id
      ORDER BY wanted.key, t.position`),
    storedMedia: arrays<[string], [article: number, media: string]>(/* sql */ `
      SELECT m.article_id, m.media_id
      FROM json_each(?) AS wanted JOIN article_media m ON m.article_id = wanted.value
      ORDER BY wanted.key, m.media_id`),
    storedLinks: arrays<[string], [article: number, uid: string]>(/* sql */ `
      SELECT l.article_id, l.target_uid
      FROM json_each(?) AS wanted JOIN article_links l ON l.article_id = wanted.value`),
    storedDoc: column<[number], Buffer>('SELECT doc FROM article_bodies WHERE article_id = ?'),
    storedHtml: column<[number], Buffer>('SELECT html FROM article_bodies WHERE article_id = ?'),
    /** Of a JSON array of revision ids, those that hold what their article is now. */
    currentRevisions: column<[string], number>(/* sql */ `
      SELECT r.id FROM json_each(?) AS wanted JOIN revisions r ON r.id = wanted.value
      JOIN articles a ON a.id = r.article_id WHERE r.article_version = a.version`),
    isCurrent: column<[number, number], number>(/* sql */ `
      SELECT 1 FROM revisions r JOIN articles a ON a.id = r.article_id
      WHERE r.id = ? AND a.id = ? AND r.article_version = a.version`),
    storedCategory: column<[number], number | null>('SELECT category_id FROM articles WHERE id = ?'),
    storedBySlug: column<[string], number>('SELECT id FROM articles WHERE slug = ? AND trashed_at IS NULL'),

    insertLive: command<[LiveRow]>(/* sql */ `
      INSERT INTO live_articles (article_id, path, slug, title, dek, excerpt, category_id, byline_id, source_name,
        source_url, cover, cover_alt, publish_time, modified_at, page_hash, list_hash)
      VALUES (:article_id, :path, :slug, :title, :dek, :excerpt, :category_id, :byline_id, :source_name,
        :source_url, :cover, :cover_alt, :publish_time, :modified_at, :page_hash, :list_hash)`),
    insertBody: command<[number, Buffer]>('INSERT INTO live_bodies VALUES (?, ?)'),
    insertTag: command<[number, number, number]>('INSERT INTO live_tags VALUES (?, ?, ?)'),
    insertMedia: command<[number, string]>('INSERT INTO live_media VALUES (?, ?)'),
    insertLink: command<[number, string]>('INSERT INTO live_links VALUES (?, ?)'),
    deleteLive: command<[number]>('DELETE FROM live_articles WHERE article_id = ?'),
    insertRedirect: command<[string, RedirectKind, number]>(
      'INSERT OR REPLACE INTO redirects VALUES (?, ?, ?)',
    ),
    deleteRedirect: command<[string]>('DELETE FROM redirects WHERE path = ?'),
  }
}

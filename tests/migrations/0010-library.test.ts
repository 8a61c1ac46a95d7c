import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { applicationId, migrate, schemaVersion } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library])
})

const insertArticle = (columns: Record<string, string | number | null> = {}) => {
  const row = {
    uid: 'u1',
    title: '标题',
    dek: '',
    slug: 'biao-ti',
    slug_is_automatic: 1,
    source_name: '',
    source_url: '',
    cover_alt: '',
    starting_views: 0,
    characters: 0,
    words: 0,
    created_at: 0,
    updated_at: 0,
    ...columns,
  }
  const names = Object.keys(row)
  return db.prepare(`INSERT INTO articles (${names}) VALUES (${names.map((name) => `:${name}`)})`).run(row)
}
const article = () => db.prepare('SELECT * FROM articles').get()

describe('migration 10', () => {
  test('makes a library out of an empty file', () => {
    expect(schemaVersion(db)).toBe(10)
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
    const tables = db
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(tables.map(({ name }) => name).sort()).toEqual([
      'article_bodies',
      'article_media',
      'article_tags',
      'articles',
      'bylines',
      'categories',
      'media',
      'revisions',
      'settings',
      'tags',
    ])
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
  })

  test('an article begins as a draft, with views and changes worked out', () => {
    insertArticle({ starting_views: 129, counted_views: 3 })
    expect(article()).toMatchObject({ state: 'draft', version: 1, views: 132, changed: 0, category_id: null })
    db.exec("UPDATE articles SET state = 'published', confirmed_version = 1")
    expect(article()).toMatchObject({ changed: 0 })
    db.exec('UPDATE articles SET version = 2')
    expect(article()).toMatchObject({ changed: 1 })
    db.exec("UPDATE articles SET state = 'withdrawn'")
    expect(article()).toMatchObject({ changed: 0 })
  })

  test.each<[string, Record<string, string | number>]>([
    ['an unknown state', { state: 'lost' }],
    ['a category that is not there', { category_id: 9 }],
    ['a cover that is not there', { cover: 'x' }],
    ['text where a number belongs', { characters: 'many' }],
  ])('refuses %s', (_name, columns) => {
    expect(() => insertArticle(columns)).toThrow(Database.SqliteError)
  })

  test('slugs, uids and names are unique, names in any case, categories among siblings', () => {
    insertArticle()
    expect(() => insertArticle({ uid: 'u2' })).toThrow(/UNIQUE/)
    expect(() => insertArticle({ slug: 'other' })).toThrow(/UNIQUE/)
    db.exec("INSERT INTO tags (name, slug) VALUES ('AI', 'ai')")
    expect(() => db.exec("INSERT INTO tags (name, slug) VALUES ('ai', 'ai-2')")).toThrow(/UNIQUE/)
    const category = db.prepare(
      'INSERT INTO categories (parent_id, name, slug, position) VALUES (?, ?, ?, 0)',
    )
    category.run(null, 'News', 'news')
    category.run(1, 'News', 'news-2')
    expect(() => category.run(null, 'news', 'news-3')).toThrow(/UNIQUE/)
    expect(() => category.run(1, 'News', 'news-4')).toThrow(/UNIQUE/)
  })

  test('what belongs to an article goes with it', () => {
    insertArticle()
    db.exec(/* sql */ `
      INSERT INTO tags (name, slug) VALUES ('AI', 'ai');
      INSERT INTO media VALUES ('m', 'a.png', 'image/png', 1, 1, 1, 0);
      INSERT INTO article_bodies VALUES (1, x'', x'', x'');
      INSERT INTO article_tags VALUES (1, 1, 0);
      INSERT INTO article_media VALUES (1, 'm');
      INSERT INTO revisions (article_id, article_version, reason, title, characters, content, created_at)
      VALUES (1, 1, 'manual', '', 0, x'', 0);
    `)
    expect(() => db.exec("DELETE FROM media WHERE id = 'm'")).toThrow(/FOREIGN KEY/)
    db.exec('DELETE FROM articles')
    for (const table of ['article_bodies', 'article_tags', 'article_media', 'revisions']) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0)
    }
  })

  test.each([
    ['the newest', 'trashed_at IS NULL ORDER BY updated_at DESC, id DESC', 'articles_by_update'],
    [
      'a state',
      "trashed_at IS NULL AND state = 'draft' ORDER BY updated_at DESC, id DESC",
      'articles_by_state',
    ],
    [
      'a category',
      'trashed_at IS NULL AND category_id = 1 ORDER BY updated_at DESC, id DESC',
      'articles_by_category',
    ],
    [
      'the changed',
      'trashed_at IS NULL AND changed = 1 ORDER BY updated_at DESC, id DESC',
      'articles_changed',
    ],
    ['the most read', 'trashed_at IS NULL ORDER BY views DESC, id DESC', 'articles_by_views'],
    ['the trash', 'trashed_at IS NOT NULL ORDER BY trashed_at DESC, id DESC', 'articles_in_trash'],
  ])('lists %s from an index, without sorting', (_name, where, index) => {
    const plan = db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT id FROM articles WHERE ${where} LIMIT 50`)
      .all()
    expect(plan.map(({ detail }) => detail).join('; ')).toContain(index)
    expect(plan.map(({ detail }) => detail).join('; ')).not.toContain('TEMP B-TREE')
  })
})

import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { site } from '../../src/main/core/database/migrations/0030-site.ts'

let db: Database.Database

beforeEach(() => {
  db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library])
  db.exec(/* sql */ `
    INSERT INTO categories (id, name, slug, position) VALUES (1, '业界动态', 'industry', 0);
    INSERT INTO tags (id, name, slug) VALUES (1, '大模型', 'llm');
    INSERT INTO bylines (id, name, slug) VALUES (1, '快照小生', 'snapshot');
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, category_id, source_name, source_url,
      cover_alt, starting_views, characters, words, created_at, updated_at)
    VALUES (1, 'u1', '标题', '', 'one', 1, 1, '', '', '', 0, 0, 0, 0, 0);
  `)
  migrate(db, [library, site])
})

const insertLive = () =>
  db.exec(/* sql */ `
    INSERT INTO live_articles VALUES (1, '2025/07/one.html', 'one', '标题', '', '', 1, 1, '', '', NULL, '', 0, 0, 'p', 'l');
    INSERT INTO live_bodies VALUES (1, x'');
    INSERT INTO live_tags VALUES (1, 1, 0);
  `)

describe('migration 30', () => {
  it('keeps what is live apart from drafts, and whole', () => {
    insertLive()
    expect(() => db.exec('DELETE FROM articles WHERE id = 1')).toThrow(/FOREIGN KEY/)
    db.exec('DELETE FROM live_articles')
    expect(db.prepare('SELECT count(*) FROM live_bodies').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM live_tags').pluck().get()).toBe(0)
    db.exec('DELETE FROM articles WHERE id = 1')
  })

  it('lets go of categories, bylines and tags that are deleted', () => {
    insertLive()
    db.exec(
      'UPDATE articles SET category_id = NULL; DELETE FROM categories; DELETE FROM bylines; DELETE FROM tags',
    )
    expect(db.prepare('SELECT category_id, byline_id FROM live_articles').get()).toEqual({
      category_id: null,
      byline_id: null,
    })
    expect(db.prepare('SELECT count(*) FROM live_tags').pluck().get()).toBe(0)
  })

  it('remembers the addresses of categories, tags and bylines that moved, without loops', () => {
    db.exec("UPDATE categories SET slug = 'news'; UPDATE tags SET slug = 'ai'; UPDATE bylines SET slug = 'k'")
    const redirects = db.prepare('SELECT path, kind, target_id FROM redirects ORDER BY path').raw()
    expect(redirects.all()).toEqual([
      ['byline/snapshot/index.html', 'byline', 1],
      ['category/industry/index.html', 'category', 1],
      ['tag/llm/index.html', 'tag', 1],
    ])
    db.exec("UPDATE categories SET slug = 'industry'")
    expect(redirects.all().map((row) => (row as unknown[])[0])).toEqual([
      'byline/snapshot/index.html',
      'category/news/index.html',
      'tag/llm/index.html',
    ])
  })
})

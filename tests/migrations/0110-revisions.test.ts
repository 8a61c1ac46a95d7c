import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { revisions } from '../../src/main/core/database/migrations/0110-revisions.ts'

let db: Database.Database

beforeEach(() => {
  db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library])
  db.exec(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    VALUES (1, 'u1', '标题', '', 'one', 1, '', '', '', 0, 0, 0, 0, 0);
    CREATE TABLE pins (revision_id INTEGER NOT NULL REFERENCES revisions (id));
    INSERT INTO revisions (id, article_id, article_version, reason, title, characters, content, created_at)
    VALUES (3, 1, 2, 'manual', '旧', 7, x'7b7d', 100), (4, 1, 3, 'published', '新', 9, x'5b5d', 200);
    INSERT INTO pins VALUES (4);
  `)
  migrate(db, [library, revisions])
})

describe('migration 110', () => {
  it('keeps every revision whole, without names yet', () => {
    const rows = db
      .prepare(/* sql */ `
        SELECT id, article_id, article_version, reason, title, name, author, characters, hex(content) AS content,
          created_at
        FROM revisions ORDER BY id`)
      .all()
    const article = { article_id: 1, name: '', author: '' }
    expect(rows).toEqual([
      {
        ...article,
        id: 3,
        article_version: 2,
        reason: 'manual',
        title: '旧',
        characters: 7,
        content: '7B7D',
        created_at: 100,
      },
      {
        ...article,
        id: 4,
        article_version: 3,
        reason: 'published',
        title: '新',
        characters: 9,
        content: '5B5D',
        created_at: 200,
      },
    ])
    expect(() => db.exec('DELETE FROM revisions WHERE id = 4')).toThrow(/FOREIGN KEY/)
  })

  it('takes reasons that came later', () => {
    db.exec("UPDATE revisions SET reason = 'before_merge', name = '二审稿' WHERE id = 3")
    expect(db.prepare('SELECT reason, name FROM revisions WHERE id = 3').get()).toEqual({
      reason: 'before_merge',
      name: '二审稿',
    })
  })

  it('remembers what bundles held until the article goes', () => {
    db.exec("INSERT INTO bundle_contents VALUES (1, 'h', 0, 1, NULL)")
    db.exec('DELETE FROM pins; DELETE FROM articles')
    expect(db.prepare('SELECT count(*) FROM bundle_contents').pluck().get()).toBe(0)
  })
})

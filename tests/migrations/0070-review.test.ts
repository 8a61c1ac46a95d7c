import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { review } from '../../src/main/core/database/migrations/0070-review.ts'

/** One that is a draft, one that is on the site as it stands, one edited since, one whose publication nobody confirmed. */
function libraryBefore() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library])
  const insert = db.prepare(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at, state, version, confirmed_version)
    VALUES (?, ?, '标题', '导语', ?, 1, '', '', '', 129, 2, 2, 5, 6, ?, ?, ?)`)
  insert.run(1, 'u1', 'one', 'draft', 4, null)
  insert.run(2, 'u2', 'two', 'published', 3, 3)
  insert.run(3, 'u3', 'three', 'published', 5, 3)
  insert.run(4, 'u4', 'four', 'published', 1, null)
  return db
}

test('every row stays as it was; what is changed since publication too', () => {
  const db = libraryBefore()
  const rows = (more: object) =>
    before.map((row) => ({ ...row, content_version: row.version, suggestions: 0, ...more }))
  const before = db.prepare<[], { version: number }>('SELECT * FROM articles ORDER BY id').all()
  migrate(db, [library, review])
  expect(db.prepare('SELECT * FROM articles ORDER BY id').all()).toEqual(rows({}))
  expect(db.prepare('SELECT id FROM articles WHERE changed = 1 ORDER BY id').pluck().all()).toEqual([3, 4])
  expect(db.pragma('user_version', { simple: true })).toBe(70)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a version that readers do not see leaves what is on the site unchanged', () => {
  const db = libraryBefore()
  migrate(db, [library, review])
  db.exec('UPDATE articles SET version = version + 1')
  expect(db.prepare('SELECT changed FROM articles WHERE id = 2').pluck().get()).toBe(0)
  db.exec('UPDATE articles SET content_version = version')
  expect(db.prepare('SELECT changed FROM articles WHERE id = 2').pluck().get()).toBe(1)
})

test('what belongs to an article goes with it; one approval stands at a time', () => {
  const db = libraryBefore()
  migrate(db, [library, review])
  db.exec(/* sql */ `
    INSERT INTO people VALUES ('p1', '林知', 'teal');
    INSERT INTO comment_threads VALUES ('t1', 1, '标题', 1, NULL, NULL);
    INSERT INTO comment_messages VALUES ('m1', 't1', 'p1', '改一改', 1, NULL);
    INSERT INTO reviews (uid, article_id, kind, person, hash, created_at) VALUES ('r1', 1, 'approved', 'p1', 'h', 1);`)
  expect(() =>
    db.exec(
      "INSERT INTO reviews (uid, article_id, kind, person, hash, created_at) VALUES ('r2', 1, 'approved', 'p1', 'h', 1)",
    ),
  ).toThrow(/UNIQUE/)
  db.exec('DELETE FROM articles WHERE id = 1')
  for (const table of ['comment_threads', 'comment_messages', 'reviews'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})

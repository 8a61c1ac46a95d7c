import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { templates } from '../../src/main/core/database/migrations/0100-templates.ts'

test('migration 100 leaves what was there as it was; names of templates are told apart without letter case', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library])
  db.exec(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, counted_views, characters, words, created_at, updated_at)
    VALUES (1, 'u1', '标题', '导语', 'one', 1, '', '', '', 129, 3, 2, 2, 5, 6)`)
  const before = db.prepare('SELECT * FROM articles').all()
  migrate(db, [library, templates])
  expect(db.prepare('SELECT * FROM articles').all()).toEqual(before)
  expect(db.pragma('user_version', { simple: true })).toBe(100)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  for (const table of ['templates', 'snippets']) {
    const insert = db.prepare(
      `INSERT INTO ${table} (name, content, excerpt, created_at, updated_at) VALUES (?, x'7b7d', '', 0, 0)`,
    )
    insert.run('Weekly')
    expect(() => insert.run('weekly')).toThrow(/UNIQUE/)
  }
})

import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { checks } from '../../src/main/core/database/migrations/0080-checks.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'

it('migration 80 leaves what was there as it was; waivers go with their article', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    migrations.filter(({ version }) => version < checks.version),
  )
  db.exec(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    VALUES (1, 'u1', '标题', '导语', 'one', 1, '', '', '', 0, 2, 2, 5, 6)`)
  const before = db.prepare('SELECT * FROM articles').all()
  migrate(db, [checks])
  expect(db.prepare('SELECT * FROM articles').all()).toEqual(before)
  db.exec("INSERT INTO check_waivers VALUES (1, 'pairs', '「', '引文', 7); DELETE FROM articles")
  expect(db.prepare('SELECT count(*) FROM check_waivers').pluck().get()).toBe(0)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { analytics } from '../../src/main/core/database/migrations/0050-analytics.ts'

describe('migration 50', () => {
  it('leaves what was there as it was', () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(db, [library])
    db.exec(/* sql */ `
      INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
        starting_views, counted_views, characters, words, created_at, updated_at)
      VALUES (1, 'u1', '标题', '导语', 'one', 1, '', '', '', 129, 3, 2, 2, 5, 6)`)
    const before = db.prepare('SELECT * FROM articles').all()
    migrate(db, [library, analytics])
    expect(db.prepare('SELECT * FROM articles').all()).toEqual(before)
    expect(db.pragma('user_version', { simple: true })).toBe(50)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('counts a day by beacons where there are any', () => {
    const db = new Database(':memory:')
    migrate(db, [library, analytics])
    const insert = db.prepare(
      'INSERT INTO article_days VALUES (20250731, ?, 9, ?, 5, 2, 0, 0, 0, 0, 0, 0, 0)',
    )
    insert.run(1, 0)
    insert.run(2, 3)
    expect(db.prepare('SELECT views, visitors FROM article_days').raw().all()).toEqual([
      [9, 5],
      [3, 2],
    ])
  })

  it('forgets the files of a removed source, and the marks of a day with its salt', () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(db, [library, analytics])
    db.exec(/* sql */ `
      INSERT INTO log_sources (id, path, built_in) VALUES (1, '/var/log/access.log', 0);
      INSERT INTO log_files VALUES (1, 1, x'00', 1, 1, 'a', 0);
      INSERT INTO visitor_salts VALUES (20250731, x'00');
      INSERT INTO visitor_marks VALUES (1, 20250731, x'00');
      DELETE FROM log_sources; DELETE FROM visitor_salts;`)
    expect(db.prepare('SELECT count(*) FROM log_files').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM visitor_marks').pluck().get()).toBe(0)
  })
})

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { site } from '../../src/main/core/database/migrations/0030-site.ts'
import { feedIds } from '../../src/main/core/database/migrations/0140-feed-ids.ts'

test('migration 140 keeps by which address feeds know what is on the site', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library, site])
  const article = (id: number) =>
    db.exec(/* sql */ `
      INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
        starting_views, characters, words, created_at, updated_at)
      VALUES (${id}, 'uid-${id}', '题', '', 's-${id}', 0, '', '', '', 0, 0, 0, 5, 5)`)
  article(1)
  article(2)
  db.exec(/* sql */ `
    INSERT INTO live_articles (article_id, path, slug, title, dek, excerpt, source_name, source_url, cover_alt,
      publish_time, modified_at, page_hash, list_hash)
    VALUES (2, '2026/07/s-2.html', 's-2', '题', '', '', '', '', '', 5, 5, 'p', 'l')`)
  const live = db.prepare('SELECT * FROM live_articles').all()
  migrate(db, [library, site, feedIds])
  expect(db.pragma('user_version', { simple: true })).toBe(140)
  expect(db.prepare('SELECT * FROM feed_paths').all()).toEqual([{ article_id: 2, path: '2026/07/s-2.html' }])
  expect(db.prepare('SELECT * FROM live_articles').all()).toEqual(live)
})

import Database from 'better-sqlite3'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { search } from '../../src/main/core/database/migrations/0020-search.ts'
import { createIndexKeeper } from '../../src/main/core/search/index-keeper.ts'
import { createSearchIndex, indexRow } from '../../src/main/core/search/search-index.ts'
import { createTestClock } from '../helpers/test-clock.ts'

test('migration 20 keeps the articles and begins with an empty index that can be filled', async () => {
  const db = new Database(':memory:')
  migrate(db, [library])
  db.exec(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    VALUES (7, 'u7', '标题', '', 'seven', 1, '', '', '', 0, 0, 0, 0, 0);
    INSERT INTO article_bodies VALUES (7, x'', x'', CAST('正文' AS BLOB));`)
  const before = db.prepare('SELECT * FROM articles').all()
  migrate(db, [library, search])
  expect(db.prepare('SELECT * FROM articles').all()).toEqual(before)
  expect(db.prepare('SELECT count(*) FROM search_entries').pluck().get()).toBe(0)
  await createIndexKeeper(db, createSearchIndex(db), createTestClock(), pino({ level: 'silent' })).fillUp()
  expect(db.prepare(`SELECT rowid FROM search_text WHERE search_text MATCH '"正文"'`).pluck().all()).toEqual([
    indexRow(7),
  ])
  db.close()
})

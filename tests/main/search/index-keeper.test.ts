import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { migrate } from '../../../src/main/core/database/migrate.ts'
import { library } from '../../../src/main/core/database/migrations/0010-library.ts'
import { search } from '../../../src/main/core/database/migrations/0020-search.ts'
import { createIndexKeeper, type IndexKeeper } from '../../../src/main/core/search/index-keeper.ts'
import { createSearchRepository } from '../../../src/main/core/search/search.repository.ts'
import { createSearchIndex, indexRow, type SearchIndex } from '../../../src/main/core/search/search-index.ts'
import { parseQuery } from '../../../src/main/core/search/search-query.ts'
import { createTestClock, type TestClock } from '../../helpers/test-clock.ts'

let db: Database.Database
let index: SearchIndex
let keeper: IndexKeeper
let clock: TestClock
let writes = 0
beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, [library, search])
  const insert = db.prepare(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    VALUES (:id, :id, '船厂', '导语', :id, 0, '', '', '', 0, 0, 0, 0, 0)`)
  for (let id = 1; id <= 20; id++) {
    insert.run({ id })
    db.prepare('INSERT INTO article_bodies VALUES (?, ?, ?, ?)').run(
      id,
      Buffer.of(),
      Buffer.of(),
      Buffer.from(`冬天 ${id}`),
    )
  }
  writes = 0
  index = createSearchIndex(db, () => writes++)
  clock = createTestClock()
  keeper = createIndexKeeper(db, index, clock, logger)
})
afterEach(() => db.close())

const logger = pino({ level: 'silent' })
const found = (text: string) => {
  const query = parseQuery(text)
  if (!query) throw new Error('nothing to look for')
  return createSearchRepository(db).newest(query, { where: '1', params: {} }, 0, 100).length
}
/** No entry can be replaced while it is. */
const setFull = (full: boolean) =>
  db.exec(
    full
      ? "CREATE TRIGGER full BEFORE DELETE ON search_entries BEGIN SELECT raise(FAIL, 'disk full'); END"
      : 'DROP TRIGGER full',
  )
const words = (id: number) => ({ title: '船厂', dek: '导语', text: `冬天 ${id}` })

test('fills the index after a migration', async () => {
  await keeper.fillUp()
  expect(await keeper.mend()).toBe(0)
  expect(found('冬天')).toBe(20)
  expect(found('冬')).toBe(20)
})

test('finds and mends what is missing, orphaned, stale or half', async () => {
  await keeper.fillUp()
  index.remove(1 as ArticleId)
  index.put(99 as ArticleId, words(99))
  db.prepare("UPDATE articles SET title = '渡口' WHERE id = 2").run()
  db.prepare('DELETE FROM search_text WHERE rowid = ?').run(indexRow(3))
  expect(await keeper.mend()).toBe(4)
  expect(await keeper.mend()).toBe(0)
  expect(found('冬天')).toBe(20)
  expect(found('渡口')).toBe(1)
})

test('brings in what changed a second later, many saves at once', async () => {
  await keeper.fillUp()
  writes = 0
  for (const title of ['渡口', '码头', '灯塔']) {
    db.prepare('UPDATE articles SET title = ? WHERE id = 5').run(title)
    keeper.changed(5 as ArticleId)
  }
  clock.advance(999)
  expect(found('灯塔')).toBe(0)
  clock.advance(1)
  expect(found('灯塔')).toBe(1)
  expect(found('渡口') + found('码头')).toBe(0)
  expect(writes).toBe(2)
})

test('a search waits for what changed before it, not for the end of an import', async () => {
  await keeper.fillUp()
  db.prepare("UPDATE articles SET title = '渡口'").run()
  for (let id = 1; id <= 20; id++) keeper.changed(id as ArticleId)
  await keeper.ready()
  expect(found('渡口')).toBe(20)

  db.prepare("UPDATE articles SET title = '码头'").run()
  for (let id = 1; id <= 20; id++) keeper.changed(id as ArticleId)
  for (let id = 1001; id <= 1200; id++) keeper.changed(id as ArticleId)
  await keeper.ready()
  expect(found('码头')).toBeLessThan(20)
})

test('a search waits no longer than two seconds, however long the articles are', async () => {
  await keeper.fillUp()
  db.prepare("UPDATE articles SET title = '渡口'").run()
  for (let id = 1; id <= 20; id++) keeper.changed(id as ArticleId)
  const search = keeper.ready()
  clock.advance(2000)
  await search
  const atFirst = found('渡口')
  expect(atFirst).toBeGreaterThan(0)
  expect(atFirst).toBeLessThan(20)
  await keeper.ready()
  expect(found('渡口')).toBe(20)
})

test('takes long articles one at a time', async () => {
  await keeper.fillUp()
  db.prepare('UPDATE article_bodies SET text = ?').run(Buffer.from('渡口'.repeat(5000)))
  for (let id = 1; id <= 4; id++) keeper.changed(id as ArticleId)
  const search = keeper.ready()
  expect(found('渡口')).toBe(1)
  await search
  expect(found('渡口')).toBe(4)
})

test('a later session goes on with what the last one left behind', async () => {
  await keeper.fillUp()
  db.prepare("UPDATE articles SET title = '渡口' WHERE id = 3").run()
  keeper.changed(3 as ArticleId)
  keeper.changed(4 as ArticleId)
  keeper.stop()
  clock.advance(10_000)
  expect(found('渡口')).toBe(0)

  writes = 0
  const later = createIndexKeeper(db, index, clock, logger)
  await later.fillUp()
  expect(found('渡口')).toBe(1)
  // The fourth has the text it had.
  expect(writes).toBe(2)
  expect(await later.mend()).toBe(0)
})

test('being behind is nothing that wants mending', async () => {
  await keeper.fillUp()
  db.prepare("UPDATE articles SET title = '渡口' WHERE id = 3").run()
  keeper.changed(3 as ArticleId)
  expect(await keeper.mend()).toBe(0)
  expect(found('渡口')).toBe(1)
})

test('leaves one segment for what it takes at once', async () => {
  for (let id = 1; id <= 20; id++) keeper.changed(id as ArticleId)
  await keeper.ready()
  expect(db.prepare('SELECT count(DISTINCT segid) FROM search_text_idx').pluck().get()).toBe(5)
})

test.each([20, 220])('a search tries again what could not be written: %i articles', async (count) => {
  for (let id = 1; id <= count; id++) keeper.changed(id as ArticleId)
  setFull(true)
  await keeper.ready()
  expect(found('冬天')).toBe(0)
  setFull(false)
  await keeper.ready()
  expect(found('冬天')).toBeGreaterThan(0)
})

test('what is saved while all is checked is not counted as wrong', async () => {
  const insert = db.prepare(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    VALUES (:id, :id, '船厂', '导语', :id, 0, '', '', '', 0, 0, 0, 0, 0)`)
  for (let id = 21; id <= 100; id++) insert.run({ id })
  await keeper.fillUp()
  const mended = keeper.mend()
  await nextTurn()
  db.prepare("UPDATE articles SET title = '渡口' WHERE id = 1").run()
  keeper.changed(1 as ArticleId)
  expect(await mended).toBe(0)
  await keeper.ready()
  expect(found('渡口')).toBe(1)
})

test('a check tells that the index cannot be written', async () => {
  await keeper.fillUp()
  db.prepare("UPDATE articles SET title = '渡口' WHERE id = 3").run()
  keeper.changed(3 as ArticleId)
  setFull(true)
  await expect(keeper.mend()).rejects.toThrow('disk full')
})

test('ends quietly when the library is closed in the middle', async () => {
  for (let id = 1; id <= 20; id++) keeper.changed(id as ArticleId)
  const search = keeper.ready()
  const mended = keeper.mend()
  keeper.stop()
  db.close()
  await search
  expect(await mended).toBe(0)
})

test('writes nothing where the text is the same', () => {
  index.put(1 as ArticleId, words(1))
  expect(writes).toBe(1)
  index.put(1 as ArticleId, words(1))
  expect(writes).toBe(1)
})

test('leaves no trace of a transaction that is rolled back', () => {
  const failing = db.transaction(() => {
    index.put(1 as ArticleId, words(1))
    throw new Error('undone')
  })
  expect(failing).toThrow('undone')
  expect(found('冬天')).toBe(0)
  index.put(1 as ArticleId, words(1))
  expect(found('冬天')).toBe(1)
})

test('what changes while the last step ends is brought in too', async () => {
  await keeper.fillUp()
  db.prepare("UPDATE articles SET title = '渡口' WHERE id IN (3, 4)").run()
  keeper.changed(3 as ArticleId)
  const first = keeper.ready()
  keeper.changed(4 as ArticleId)
  await keeper.ready()
  expect(found('渡口')).toBe(2)
  await first
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { migrate } from '../../../src/main/core/database/migrate.ts'
import { search } from '../../../src/main/core/database/migrations/0020-search.ts'
import { createIndexMerger } from '../../../src/main/core/search/index-merger.ts'
import { createSearchIndex } from '../../../src/main/core/search/search-index.ts'
import { createRandom } from '../../bench/generate.ts'
import { createTestClock } from '../../helpers/test-clock.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, [search])
})
afterEach(() => db.close())

const changes = () => db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0
const segments = () => db.prepare('SELECT count(DISTINCT segid) FROM search_text_idx').pluck().get()

test('merges what saves left behind, a second later', () => {
  const clock = createTestClock()
  const merger = createIndexMerger(db, clock, pino({ level: 'silent' }))
  const index = createSearchIndex(db, merger.soon)
  for (let save = 0; save < 40; save++)
    index.put(1 as ArticleId, { title: '船厂', dek: '', text: `冬天 ${save}` })
  expect(segments()).toBe(40)
  clock.advance(1000)
  while (merger.step());
  expect(segments()).toBeLessThan(9)
  merger.stop()
})

test('merges all into one segment when nothing is written for a while, where that is worth it', async () => {
  const clock = createTestClock()
  const merger = createIndexMerger(db, clock, pino({ level: 'silent' }))
  const index = createSearchIndex(db, merger.soon)
  const characters = createRandom(7)
  const text = () =>
    Array.from({ length: 2000 }, () => String.fromCodePoint(0x4e00 + Math.floor(characters() * 20_000))).join(
      '',
    )
  const write = (from: number, count: number) => {
    for (let id = from; id < from + count; id++)
      index.put(id as ArticleId, { title: '船厂', dek: '', text: text() })
  }
  const settle = async (milliseconds: number) => {
    clock.advance(milliseconds)
    for (let before = -1; before !== changes(); ) {
      before = changes()
      for (let turn = 0; turn < 20; turn++) await nextTurn()
    }
  }

  write(1, 5)
  await settle(1000)
  await settle(10_000)
  expect(segments()).toBe(5)

  for (let round = 1; round < 6; round++) {
    write(round * 100, 60)
    await settle(1000)
  }
  expect(segments()).toBeGreaterThanOrEqual(5)
  await settle(10_000)
  expect(segments()).toBe(1)
  const all = db.prepare(`SELECT count(*) FROM search_text WHERE search_text MATCH '"船厂"'`).pluck()
  expect(all.get()).toBe(305)

  // A few more are no reason to write all of it again.
  write(900, 3)
  await settle(1000)
  await settle(10_000)
  expect(segments()).toBe(4)
  merger.stop()
})

test('rests while much is written ahead of the database', async () => {
  db.close()
  const folder = mkdtempSync(join(tmpdir(), 'galley-merger-'))
  db = new Database(join(folder, 'library.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('wal_autocheckpoint = 0')
  migrate(db, [search])
  const clock = createTestClock()
  const merger = createIndexMerger(db, clock, pino({ level: 'silent' }))
  const index = createSearchIndex(db, merger.soon)
  const text = (save: number) =>
    Array.from({ length: 2000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + (((save + at) * 7919) % 20_000)),
    ).join('')
  for (let save = 0; save < 40; save++)
    index.put(save as ArticleId, { title: '船厂', dek: '', text: text(save * 31) })
  db.exec('CREATE TABLE ahead AS SELECT zeroblob(40000000) AS blob')

  clock.advance(1000)
  for (let turn = 0; turn < 100; turn++) await nextTurn()
  expect(segments()).toBeGreaterThanOrEqual(40)

  db.pragma('wal_checkpoint(PASSIVE)')
  clock.advance(1000)
  await expect.poll(segments).toBeLessThan(9)
  merger.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('does not begin after it was stopped', () => {
  const clock = createTestClock()
  const merger = createIndexMerger(db, clock, pino({ level: 'silent' }))
  merger.soon()
  merger.stop()
  db.close()
  clock.advance(10_000)
})

import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { migrate } from '../../../src/main/core/database/migrate.ts'
import { search } from '../../../src/main/core/database/migrations/0020-search.ts'
import { createIndexMerger } from '../../../src/main/core/search/index-merger.ts'
import { createSearchIndex } from '../../../src/main/core/search/search-index.ts'
import { createTestClock } from '../../helpers/test-clock.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, [search])
})
afterEach(() => db.close())

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

test('does not begin after it was stopped', () => {
  const clock = createTestClock()
  const merger = createIndexMerger(db, clock, pino({ level: 'silent' }))
  merger.soon()
  merger.stop()
  db.close()
  clock.advance(10_000)
})

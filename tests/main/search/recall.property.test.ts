import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { migrate } from '../../../src/main/core/database/migrate.ts'
import { library } from '../../../src/main/core/database/migrations/0010-library.ts'
import { search } from '../../../src/main/core/database/migrations/0020-search.ts'
import {
  createSearchRepository,
  type SearchRepository,
} from '../../../src/main/core/search/search.repository.ts'
import { createSearchIndex } from '../../../src/main/core/search/search-index.ts'
import { parseQuery } from '../../../src/main/core/search/search-query.ts'

// Few characters, so that everything occurs in every order; punctuation of both widths; a character of two units.
const letters = [...'的一是不了人中大模型𠮷国']
const marks = [...',。!?:“”'] as string[]
const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...letters) },
  { weight: 2, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\n', 'GPT', '5', 'ＡＩ') },
)
const texts = fc.sample(
  fc.array(piece, { minLength: 0, maxLength: 60 }).map((pieces) => pieces.join('')),
  { numRuns: 300, seed: 7 },
)
const titles = fc.sample(
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  { numRuns: 300, seed: 8 },
)

let db: Database.Database
let repository: SearchRepository
beforeAll(() => {
  db = new Database(':memory:')
  migrate(db, [library, search])
  const index = createSearchIndex(db)
  const insert = db.prepare(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    VALUES (:id, :id, :title, '', :id, 0, '', '', '', 0, 0, 0, 0, 0)`)
  const insertBody = db.prepare(
    'INSERT INTO article_bodies (article_id, doc, html, text) VALUES (?, ?, ?, ?)',
  )
  for (const [at, text] of texts.entries()) {
    const id = (at + 1) as ArticleId
    const title = titles[at] ?? ''
    insert.run({ id, title })
    insertBody.run(id, Buffer.alloc(0), Buffer.alloc(0), Buffer.from(text))
    index.put(id, { title, dek: '', text })
    // A third of them saved twice: an entry that was replaced must leave nothing behind.
    if (at % 3 === 0) index.put(id, { title, dek: '', text: `${text}\n` })
    if (at % 6 === 0) index.put(id, { title, dek: '', text })
  }
  repository = createSearchRepository(db)
})
afterAll(() => db.close())

const found = (query: string): number[] => {
  const parsed = parseQuery(query)
  if (!parsed) return []
  return repository.newest(parsed, { where: 'a.trashed_at IS NULL', params: {} }, 0, 1000)
}
const scan = (query: string): number[] =>
  texts.flatMap((text, at) => (titles[at]?.includes(query) || text.includes(query) ? [at + 1] : []))

const chinese = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 })
  .map((chars) => chars.join(''))
/** Any piece of a text, cut anywhere between characters. */
const passage = fc
  .tuple(fc.constantFrom(...texts, ...titles), fc.nat(), fc.integer({ min: 1, max: 8 }))
  .map(([text, start, length]) => {
    const chars = [...text]
    const from = chars.length === 0 ? 0 : start % chars.length
    return chars.slice(from, from + length).join('')
  })

test('a run of Chinese characters is found exactly where a scan finds it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        chinese,
        passage.filter((text) => /^\p{Script=Han}+$/u.test(text)),
      ),
      (query) => {
        expect(found(query).sort((a, b) => a - b)).toEqual(scan(query))
      },
    ),
    { numRuns: 500 },
  )
})

test('a passage with punctuation is found wherever a scan finds it', () => {
  const wanted = passage.filter((text) => /\p{Script=Han}/u.test(text) && !/[\sGPTＡＩ5]/u.test(text))
  fc.assert(
    fc.property(wanted, (query) => {
      const answer = new Set(found(query))
      expect(scan(query).filter((id) => !answer.has(id))).toEqual([])
    }),
    { numRuns: 500, examples: [['是了“了一']] },
  )
})

test('several terms are found where all of them are', () => {
  fc.assert(
    fc.property(chinese, chinese, (one, other) => {
      const both = scan(one).filter((id) => scan(other).includes(id))
      expect(found(`${one} ${other}`).sort((a, b) => a - b)).toEqual(both)
    }),
    { numRuns: 200 },
  )
})

test('whatever is typed, it is no error', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })),
      (query) => {
        found(query)
      },
    ),
    { numRuns: 500 },
  )
})

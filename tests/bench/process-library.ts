import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { systemClock } from '../../src/main/core/system-clock.ts'
import { createTestCore } from '../helpers/create-test-core.ts'
import { createRandom, timings } from './generate.ts'
import type { LibraryFigures, LibraryQueries } from './library.ts'

/** Measures one library in a process of its own, so that its memory is the core's alone. Prints JSON. */
const [folder, queryFile] = process.argv.slice(2)
if (!folder || !queryFile) throw new Error('which library, and what to search for?')
const queries = JSON.parse(readFileSync(queryFile, 'utf8')) as LibraryQueries

const started = performance.now()
const { core, client, stop } = await createTestCore({ folder, clock: { ...systemClock, advance: () => {} } })
const first = await client.articles.list({ limit: 50 })
const openMs = performance.now() - started
await core.start()

async function timed(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    await nextTurn()
    const from = performance.now()
    await work(index)
    values.push(performance.now() - from)
  }
  return values
}

const random = createRandom(3)
const list = await timed(200, (index) =>
  client.articles.list({
    limit: 50,
    offset: Math.floor(random() * Math.min(first.total, 5_000)),
    sort: { by: index % 2 ? 'updated' : 'published', direction: 'desc' },
  }),
)

const search: LibraryFigures['search'] = []
for (const { length, texts } of queries.timed) {
  await client.search.query({ text: texts[0] ?? '' })
  const values = await timed(texts.length, (index) => client.search.query({ text: texts[index] ?? '' }))
  search.push({ length, ...timings(values) })
}

const corpusSize = first.total
const saves: number[] = []
const { items } = await client.articles.list({ limit: 300, offset: Math.floor(corpusSize / 2) })
for (let round = 0; round < 3; round++) {
  for (const item of items.slice(0, 300)) {
    const article = await client.articles.get({ id: item.id })
    const content = [...(article.doc.content ?? [])]
    content[0] = { type: 'paragraph', content: [{ type: 'text', text: `第${round}轮改动,编号${item.id}。` }] }
    await nextTurn()
    const from = performance.now()
    await client.articles.save({
      id: item.id,
      baseVersion: article.version,
      changes: { doc: { type: 'doc', content } },
    })
    saves.push(performance.now() - from)
  }
}
const recall = await plainScan()
await stop()
const figures: LibraryFigures = {
  articles: corpusSize,
  openMs,
  list: timings(list),
  search,
  save: timings(saves),
  recall,
}
console.log(JSON.stringify(figures))

/** Compares search with reading every text, for queries of each length with at most 2,000 hits. */
async function plainScan(): Promise<LibraryFigures['recall']> {
  const db = new Database(join(folder as string, 'library.db'), { readonly: true })
  const texts = db.prepare<[], { id: number; title: string; dek: string; text: Buffer }>(
    'SELECT id, title, dek, text FROM articles JOIN article_bodies ON article_id = id',
  )
  const expected = new Map(queries.compared.map((query) => [query, new Set<number>()]))
  for (const row of texts.iterate()) {
    const whole = `${row.title}\n${row.dek}\n${row.text.toString()}`
    for (const [query, ids] of expected) if (whole.includes(query)) ids.add(row.id)
  }
  db.close()
  let compared = 0
  let missing = 0
  let extra = 0
  for (const [query, ids] of expected) {
    if (ids.size > 2000) continue
    const found = new Set<number>()
    for (let offset = 0; ; offset += 100) {
      const page = await client.search.query({ text: query, limit: 100, offset })
      for (const hit of page.hits) found.add(hit.article.id)
      if (!page.hasMore) break
    }
    compared++
    missing += [...ids].filter((id) => !found.has(id)).length
    extra += [...found].filter((id) => !ids.has(id)).length
  }
  return { compared, missing, extra }
}

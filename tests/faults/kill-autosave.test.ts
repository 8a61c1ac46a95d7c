import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { plainText } from '#shared/document/plain-text.ts'
import { createRandom } from '../bench/generate.ts'
import { databaseHealth, whole } from './healthy.ts'
import { lastingProgram } from './lasting-program.ts'
import { buildParagraphs, countersIn } from './paragraphs.ts'

const rounds = 20
const folder = mkdtempSync(join(tmpdir(), 'galley-kill-autosave-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = lastingProgram(folder)

it(`keeps every acknowledged save through ${rounds} kills`, async () => {
  const random = createRandom(11)
  const { id } = await program.client().articles.create({ title: '第0次保存', doc: buildParagraphs(0) })

  let last = 0
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await program.killAtRandom<number>(
      async (client, acknowledge) => {
        let { version: baseVersion } = await client.articles.get({ id })
        for (let counter = last + 1; ; counter++) {
          const changes = { title: `第${counter}次保存`, doc: buildParagraphs(counter) }
          baseVersion = (await client.articles.save({ id, baseVersion, changes })).version
          acknowledge(counter)
        }
      },
      { count: 1 + Math.floor(random() * 20), delay: random() * 25 },
    )
    expect(databaseHealth(folder)).toEqual(whole)

    const client = await program.reopen()
    const article = await client.articles.get({ id })
    const counters = countersIn(plainText(article.doc))
    expect(counters, 'one whole version').toHaveLength(1)
    expect(article.title).toBe(`第${counters[0]}次保存`)
    expect(counters[0]).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? Number.NaN)
    const { hits } = await client.search.query({ text: `第${counters[0]}次保存` })
    expect(hits.map((hit) => hit.article.id)).toEqual([id])
    expect(await client.library.check()).toEqual({ ok: true, problems: [], mended: 0 })
    last = counters[0] as number
  }
}, 180_000)

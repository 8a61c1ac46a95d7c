import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { plainText } from '#shared/document/plain-text.ts'
import { createRandom } from '../bench/generate.ts'
import { createTestCore } from '../helpers/create-test-core.ts'
import { databaseHealth, whole } from './healthy.ts'
import { killAtRandom } from './kill-at-random.ts'

const rounds = 10
const folder = mkdtempSync(join(tmpdir(), 'galley-kill-importing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it(`imports whole articles or none through ${rounds} kills`, async () => {
  const random = createRandom(12)
  const known = new Set<number>()
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await killAtRandom('importing', [folder, String(round * 1000)], {
      lines: 1 + Math.floor(random() * 12),
      delay: random() * 25,
    })
    expect(databaseHealth(folder)).toEqual(whole)

    const { client, stop } = await createTestCore({ folder })
    for (const id of acknowledged) known.add(Number(id))
    const { items, total } = await client.articles.list({ limit: 500 })
    expect(total).toBe(items.length)
    const stored = new Set(items.map((item) => Number(item.id)))
    expect([...known].filter((id) => !stored.has(id))).toEqual([])
    for (const item of items) {
      if (known.has(item.id) && !acknowledged.includes(String(item.id))) continue
      const { doc, title } = await client.articles.get({ id: item.id })
      expect(plainText(doc).match(new RegExp(`${title}的第\\d+段`, 'g'))).toHaveLength(40)
    }
    await stop()
  }
}, 180_000)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { plainText } from '#shared/document/plain-text.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { createRandom } from '../bench/generate.ts'
import type { Client } from '../helpers/connect-client.ts'
import { databaseHealth, whole } from './healthy.ts'
import { lastingProgram } from './lasting-program.ts'

const rounds = 10
const folder = mkdtempSync(join(tmpdir(), 'galley-kill-importing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = lastingProgram(folder)

/** Imports batches of five files and acknowledges each article. */
async function importWithoutEnd(
  client: Client,
  round: number,
  acknowledge: (id: ArticleId) => void,
): Promise<never> {
  for (let batch = 0; ; batch++) {
    const files = Array.from({ length: 5 }, (_, index) => {
      const name = `第${round}轮批次${batch}文件${index}`
      const body = Array.from({ length: 40 }, (_, line) => `${name}的第${line + 1}段。`).join('\n\n')
      return new File([`# ${name}\n\n${body}\n`], `${name}.md`)
    })
    const { batchId, items } = await client.importing.inspect({ files })
    const progress = await client.importing.commit({
      batchId,
      items: items.map((_, index) => ({ index, related: [] })),
    })
    let seen = 0
    for await (const { created } of progress) {
      created.slice(seen).forEach(acknowledge)
      seen = created.length
    }
  }
}

it(`imports whole articles or none through ${rounds} kills`, async () => {
  const random = createRandom(12)
  const known = new Set<ArticleId>()
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await program.killAtRandom<ArticleId>(
      (client, acknowledge) => importWithoutEnd(client, round, acknowledge),
      { count: 1 + Math.floor(random() * 12), delay: random() * 25 },
    )
    expect(databaseHealth(folder)).toEqual(whole)

    const client = await program.reopen()
    for (const id of acknowledged) known.add(id)
    const { items, total } = await client.articles.list({ limit: 500 })
    expect(total).toBe(items.length)
    const stored = new Set(items.map((item) => item.id))
    expect([...known].filter((id) => !stored.has(id))).toEqual([])
    for (const item of items) {
      if (known.has(item.id) && !acknowledged.includes(item.id)) continue
      const { doc, title } = await client.articles.get({ id: item.id })
      expect(plainText(doc).match(new RegExp(`${title}的第\\d+段`, 'g'))).toHaveLength(40)
    }
  }
}, 180_000)

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { createRandom } from '../bench/generate.ts'
import { createTestCore } from '../helpers/create-test-core.ts'
import { jobSettled, publishAll } from '../helpers/publish-all.ts'
import { databaseHealth, whole } from './healthy.ts'
import { killAtRandom } from './kill-at-random.ts'
import { countersIn } from './paragraphs.ts'

const rounds = 14
const body: DocumentJson = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: '正文' }] }],
}
const root = mkdtempSync(join(tmpdir(), 'galley-kill-publishing-'))
const folder = join(root, 'library')
const site = join(root, 'site')
afterAll(() => rmSync(root, { recursive: true, force: true }))

/**
 * The counters on every page, list and feed of the site as a reader would see it now. The page for wrong addresses
 * stays as it is when articles change: the newest titles reach it by script.
 */
function publishedCounters(): number[] {
  const pages: string[] = []
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name)
      if (entry.name === '404.html') continue
      if (/\.(html|xml|json)$/.test(entry.name)) pages.push(readFileSync(inside, 'utf8'))
      else if (entry.isDirectory() || entry.isSymbolicLink()) visit(inside)
    }
  }
  visit(join(site, 'current'))
  expect(pages.length).toBeGreaterThan(20)
  return countersIn(pages.join('\n'))
}

it(`shows one whole version of the site through ${rounds} kills`, async () => {
  const random = createRandom(14)
  const first = await createTestCore({ folder })
  await first.core.start()
  for (let index = 0; index < 25; index++)
    await first.client.articles.create({ title: `文章${index}〔0〕`, doc: body })
  await publishAll(first.client, { folder: site })
  expect(publishedCounters()).toEqual([0])
  await first.stop()

  let counter = 0
  /** What the site showed when nothing was under way. */
  let known = 0
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await killAtRandom('publishing', [folder, String(counter)], {
      lines: 1 + Math.floor(random() * 5),
      delay: random() * 60,
    })
    expect(databaseHealth(folder)).toEqual(whole)
    const shown = publishedCounters()
    expect(shown, 'one whole version').toHaveLength(1)
    const published = acknowledged.findLast((line) => line.startsWith('published '))
    expect(shown[0]).toBeGreaterThanOrEqual(Number(published?.split(' ')[1] ?? known))

    const { core, client, stop } = await createTestCore({ folder })
    await core.start()
    const [job] = await client.jobs.list({ limit: 1 })
    if (job) expect((await jobSettled(client, job.id)).state).toBe('succeeded')
    const { items } = await client.articles.list({ limit: 100 })
    counter = Math.max(...items.flatMap((item) => countersIn(item.title)))
    const [target] = await client.targets.list({})
    if (target) expect(await client.publishing.verify({ targetId: target.id })).toMatchObject({ ok: true })
    const after = publishedCounters()
    expect(after).toHaveLength(1)
    known = after[0] ?? known
    await stop()
  }
}, 240_000)

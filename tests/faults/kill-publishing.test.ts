import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { createRandom } from '../bench/generate.ts'
import type { Client } from '../helpers/connect-client.ts'
import { jobSettled, publishAll } from '../helpers/publish-all.ts'
import { databaseHealth, whole } from './healthy.ts'
import { lastingProgram } from './lasting-program.ts'
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
const program = lastingProgram(folder)

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

/** Raises the counter in every article and publishes all of them; acknowledges each beginning and each deploy. */
async function publishWithoutEnd(
  client: Client,
  from: number,
  acknowledge: (what: string) => void,
): Promise<never> {
  const [target] = await client.targets.list({})
  if (!target) throw new Error('the library has no target')
  for (let counter = from + 1; ; counter++) {
    const { items } = await client.articles.list({ limit: 100 })
    for (const { id, version, title } of items) {
      const name = title.split('〔')[0]
      await client.articles.save({ id, baseVersion: version, changes: { title: `${name}〔${counter}〕` } })
    }
    acknowledge(`publishing ${counter}`)
    await publishAll(client, { targetId: target.id })
    acknowledge(`published ${counter}`)
  }
}

it(`shows one whole version of the site through ${rounds} kills`, async () => {
  const random = createRandom(14)
  for (let index = 0; index < 25; index++)
    await program.client().articles.create({ title: `文章${index}〔0〕`, doc: body })
  await publishAll(program.client(), { folder: site })
  expect(publishedCounters()).toEqual([0])

  let counter = 0
  /** What the site showed when nothing was under way. */
  let known = 0
  for (let round = 0; round < rounds; round++) {
    const from = counter
    const acknowledged = await program.killAtRandom<string>(
      (client, acknowledge) => publishWithoutEnd(client, from, acknowledge),
      { count: 1 + Math.floor(random() * 5), delay: random() * 60 },
    )
    expect(databaseHealth(folder)).toEqual(whole)
    const shown = publishedCounters()
    expect(shown, 'one whole version').toHaveLength(1)
    const published = acknowledged.findLast((line) => line.startsWith('published '))
    expect(shown[0]).toBeGreaterThanOrEqual(Number(published?.split(' ')[1] ?? known))

    const client = await program.reopen()
    const [job] = await client.jobs.list({ limit: 1 })
    if (job) expect((await jobSettled(client, job.id)).state).toBe('succeeded')
    const { items } = await client.articles.list({ limit: 100 })
    counter = Math.max(...items.flatMap((item) => countersIn(item.title)))
    const [target] = await client.targets.list({})
    if (target) expect(await client.publishing.verify({ targetId: target.id })).toMatchObject({ ok: true })
    const after = publishedCounters()
    expect(after).toHaveLength(1)
    known = after[0] ?? known
  }
}, 240_000)

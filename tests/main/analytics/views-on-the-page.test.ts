import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TargetId } from '#shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { jobSettled, publishAll } from '../../helpers/publish-all.ts'
import { desktop } from './log-lines.ts'

let test: TestCore
let folder: string

beforeEach(async () => {
  test = await createTestCore()
  await test.core.start()
  folder = mkdtempSync(join(tmpdir(), 'galley-site-'))
})
afterEach(async () => {
  await test.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function visit(url: string) {
  const answer = await fetch(url, { headers: { 'user-agent': desktop } })
  await answer.arrayBuffer()
  return answer.status
}

const viewsOnSite = () => {
  const fragments = join(folder, 'current/fragments/views')
  return readdirSync(fragments)
    .map((name) => readFileSync(join(fragments, name), 'utf8'))
    .join('\n')
}

async function latestJob(targetId: TargetId) {
  const [deploy] = await test.client.publishing.deploys({ targetId })
  if (deploy?.jobId) await jobSettled(test.client, deploy.jobId)
  return test.client.publishing.deploys({ targetId })
}

it('counts a visit of the served page, in the figures, in the list and on the site', async () => {
  const { client } = test
  const article = await client.articles.create(buildArticle({ title: '甲', slug: 'a', startingViews: 4000 }))
  const { targetId } = await publishAll(client, { folder })
  const { url } = await client.server.start({ targetId })
  const { path } = await client.publishing.address({ articleId: article.id })
  expect(await visit(`${url}${path}`)).toBe(200)
  for (let reader = 0; reader < 3; reader++) {
    await visit(`${url}beacon.gif?p=${article.id}&e=view&d=0&t=0&r=www.baidu.com&n=${reader}`)
  }
  expect(await client.analytics.ingest()).toMatchObject({ views: 3, unreadable: 0 })
  expect((await client.articles.get({ id: article.id })).views).toBe(4003)
  expect(await client.analytics.sources()).toMatchObject([{ builtIn: true, error: null }])

  const deploys = await latestJob(targetId)
  expect(deploys).toHaveLength(2)
  expect(deploys[0]).toMatchObject({ state: 'succeeded', articles: [], added: 0, removed: 0 })
  expect(viewsOnSite()).toContain('4003')

  // Nothing new, nothing sent.
  await client.analytics.ingest()
  expect(await latestJob(targetId)).toHaveLength(2)
  await client.server.stop()
})

it('keeps views back while the site has changes that nobody has confirmed', async () => {
  const { client } = test
  const article = await client.articles.create(buildArticle({ title: '甲', slug: 'a', startingViews: 4000 }))
  const { targetId } = await publishAll(client, { folder })
  const { url } = await client.server.start({ targetId })
  await visit(`${url}beacon.gif?p=${article.id}&e=view&n=1`)
  await client.settings.update({ site: { title: '还没想好的名字' } })
  expect(await client.analytics.ingest()).toMatchObject({ views: 1 })
  expect(await latestJob(targetId)).toHaveLength(1)
  await client.server.stop()
})

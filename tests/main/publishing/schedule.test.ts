import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TargetId } from '#shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { jobSettled } from '../../helpers/publish-all.ts'
import { createTestClock } from '../../helpers/test-clock.ts'

const hour = 3_600_000
let root: string
let library: string
let site: string
let test: TestCore
let targetId: TargetId

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'galley-schedule-'))
  library = join(root, 'library')
  site = join(root, 'site')
  test = await createTestCore({ folder: library })
  await test.core.start()
  targetId = (await test.client.targets.create({ name: '本地', config: { kind: 'folder', folder: site } })).id
})
afterEach(async () => {
  await test.stop()
  rmSync(root, { recursive: true, force: true })
})

const home = () => readFileSync(join(site, 'current/index.html'), 'utf8')
async function schedule(title: string, after: number) {
  const article = await test.client.articles.create(buildArticle({ title }))
  const at = test.clock.now() + after
  await test.client.publishing.schedule({ articleId: article.id, baseVersion: article.version, targetId, at })
  return article
}
const lastJob = async () => (await test.client.jobs.list({ limit: 1 }))[0]

it('publishes at its time what was confirmed, and says that it was edited since', async () => {
  const { id, version } = await schedule('预告', hour)
  expect(await test.client.articles.get({ id })).toMatchObject({ state: 'scheduled' })
  await test.client.articles.save({ id, baseVersion: version, changes: { title: '后来的改动' } })
  test.clock.advance(hour - 1)
  expect(await lastJob()).toBeUndefined()
  test.clock.advance(1)
  const job = await lastJob()
  expect(await jobSettled(test.client, job?.id as never)).toMatchObject({ state: 'succeeded' })
  expect(home()).toContain('预告')
  expect(home()).not.toContain('后来的改动')
  expect(await test.client.articles.get({ id })).toMatchObject({
    state: 'published',
    changedSincePublication: true,
    scheduledAt: null,
  })
})

it('publishes at the next start what was missed, once, and says that it is late', async () => {
  const { id } = await schedule('错过的', hour)
  await schedule('还早', 10 * hour)
  await test.stop()
  test = await createTestCore({ folder: library, clock: createTestClock(test.clock.now() + 3 * hour) })
  await test.core.start()
  const job = await lastJob()
  expect((await jobSettled(test.client, job?.id as never)).state).toBe('succeeded')
  const { log } = await test.client.jobs.get({ id: job?.id as never })
  expect(log).toContainEqual(
    expect.objectContaining({
      level: 'warn',
      message: 'late',
      values: expect.objectContaining({ title: '错过的', count: 120 }),
    }),
  )
  expect((await test.client.articles.get({ id })).state).toBe('published')
  expect(home()).not.toContain('还早')
  expect(await test.client.jobs.list({})).toHaveLength(1)
})

it('calls a schedule off, and keeps the target of one', async () => {
  const { id } = await schedule('不发了', hour)
  await expect(test.client.targets.delete({ id: targetId })).rejects.toMatchObject({
    data: { reason: 'has-schedules' },
  })
  await test.client.publishing.unschedule({ articleId: id })
  expect((await test.client.articles.get({ id })).state).toBe('approved')
  test.clock.advance(2 * hour)
  expect(await lastJob()).toBeUndefined()
  await expect(test.client.publishing.unschedule({ articleId: id })).rejects.toMatchObject({
    data: { reason: 'not-scheduled' },
  })
  await test.client.targets.delete({ id: targetId })
  expect(await test.client.targets.list({})).toEqual([])
})

it('leaves alone what was put back to draft by hand', async () => {
  const { id, version } = await schedule('改主意', hour)
  await test.client.articles.setState({ id, baseVersion: version, state: 'draft' })
  test.clock.advance(2 * hour)
  expect(await lastJob()).toBeUndefined()
  expect((await test.client.articles.get({ id })).state).toBe('draft')
})

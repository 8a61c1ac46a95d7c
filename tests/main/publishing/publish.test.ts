import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishRequest } from '#shared/contract/publishing.ts'
import type { ArticleId, TargetId } from '#shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'
import { jobSettled } from '../../helpers/publish-all.ts'

let test: TestCore
let folder: string
let targetId: TargetId

beforeEach(async () => {
  test = await createTestCore()
  await test.core.start()
  folder = mkdtempSync(join(tmpdir(), 'galley-site-'))
  targetId = (await test.client.targets.create({ name: '本地', config: { kind: 'folder', folder } })).id
})
afterEach(async () => {
  await test.stop()
  rmSync(folder, { recursive: true, force: true })
})

const read = (path: string) => readFileSync(join(folder, 'current', path), 'utf8')
const exists = (path: string) => existsSync(join(folder, 'current', path))
const create = async (title: string, slug: string) =>
  (await test.client.articles.create(buildArticle({ title, slug }))).id
const save = async (id: ArticleId, title: string) => {
  const { version } = await test.client.articles.get({ id })
  return test.client.articles.save({ id, baseVersion: version, changes: { title } })
}

async function publish(request: PublishRequest, allowMassRemoval = false) {
  const plan = await test.client.publishing.plan({ targetId, request })
  const { confirmation } = plan
  const job = await test.client.publishing.publish({ targetId, request, confirmation, allowMassRemoval })
  return { plan, job: await jobSettled(test.client, job.id) }
}
const articleFile = (slug: string) => `2026/03/${slug}.html`
const deploys = () => test.client.publishing.deploys({ targetId })

describe('publishing to a folder', () => {
  it('plans exactly what a deploy then does', async () => {
    await create('甲', 'a')
    const { plan, job } = await publish({ kind: 'everything' })
    expect(job).toMatchObject({ state: 'succeeded', error: null })
    expect(plan.articles).toEqual([expect.objectContaining({ action: 'publish', path: articleFile('a') })])
    expect(plan.warnings.map(({ reason }) => reason)).toEqual([
      'missing-category',
      'missing-cover',
      'findings',
    ])
    const [deploy] = await deploys()
    expect(deploy).toMatchObject({
      state: 'succeeded',
      isCurrent: true,
      canRollBack: false,
      added: plan.added,
      changed: 0,
      removed: 0,
      bytes: plan.bytes,
    })
    for (const file of plan.files)
      expect(Buffer.byteLength(readFileSync(join(folder, 'current', file.path)))).toBe(file.bytes)
    expect(read('index.html')).toContain('甲')
    expect(await test.client.articles.list({})).toMatchObject({ items: [{ state: 'published' }] })

    const after = await test.client.publishing.plan({ targetId, request: { kind: 'site' } })
    expect(after).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: plan.added })
  })

  it('writes only what differs, and shares the rest with the version before', async () => {
    const id = await create('甲', 'a')
    await create('乙', 'b')
    await publish({ kind: 'everything' })
    const before = realpathSync(join(folder, 'current', 'assets'))
    await save(id, '甲改')
    const { job } = await publish({ kind: 'changed' })
    expect(job.state).toBe('succeeded')
    expect(read(articleFile('a'))).toContain('甲改')
    expect(read('index.html')).toContain('甲改')
    expect(realpathSync(join(folder, 'current', 'assets'))).toBe(before)
    const [deploy] = await deploys()
    expect(deploy?.added).toBe(0)
    expect(deploy?.changed).toBeLessThan(20)
  })

  it('publishes the version that was confirmed, and says so of what was edited meanwhile', async () => {
    const id = await create('甲', 'a')
    const request: PublishRequest = { kind: 'articles', ids: [id] }
    const { confirmation } = await test.client.publishing.plan({ targetId, request })
    await save(id, '乙')
    await expect(test.client.publishing.publish({ targetId, request, confirmation })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'plan-changed' },
    })
    const again = await test.client.publishing.plan({ targetId, request })
    const job = await test.client.publishing.publish({ targetId, request, confirmation: again.confirmation })
    await save(id, '丙')
    await jobSettled(test.client, job.id)
    expect(read(articleFile('a'))).toContain('乙')
    expect(read(articleFile('a'))).not.toContain('丙')
    expect(await test.client.articles.get({ id })).toMatchObject({
      state: 'published',
      changedSincePublication: true,
    })
  })

  it('answers the same job when two windows confirm the same plan', async () => {
    await create('甲', 'a')
    const request = { kind: 'everything' } as const
    const { confirmation } = await test.client.publishing.plan({ targetId, request })
    const one = await test.client.publishing.publish({ targetId, request, confirmation })
    const two = await test.client.publishing.publish({ targetId, request, confirmation })
    expect(two.id).toBe(one.id)
    await jobSettled(test.client, one.id)
    const late = await test.client.publishing.publish({ targetId, request, confirmation })
    expect(late.id).toBe(one.id)
    expect(await deploys()).toHaveLength(1)
  })

  it('takes an article from the site and leaves the others', async () => {
    const id = await create('甲', 'a')
    await create('乙', 'b')
    await publish({ kind: 'everything' })
    const { plan, job } = await publish({ kind: 'withdraw', ids: [id] })
    expect(job.state).toBe('succeeded')
    expect(plan.articles).toEqual([
      expect.objectContaining({ id, action: 'withdraw', path: articleFile('a') }),
    ])
    expect(exists(articleFile('a'))).toBe(false)
    expect(exists(articleFile('b'))).toBe(true)
    expect(read('index.html')).not.toContain('甲')
    expect((await test.client.articles.get({ id })).state).toBe('withdrawn')
  })

  it('refuses to empty a site by the way', async () => {
    const ids: ArticleId[] = []
    for (const slug of ['a', 'b', 'c', 'd', 'e', 'f']) ids.push(await create(`题 ${slug}`, slug))
    await publish({ kind: 'everything' })
    const request = { kind: 'withdraw', ids } as const
    const plan = await test.client.publishing.plan({ targetId, request })
    expect(plan.warnings).toContainEqual(expect.objectContaining({ reason: 'mass-removal' }))
    const { confirmation } = plan
    await expect(test.client.publishing.publish({ targetId, request, confirmation })).rejects.toMatchObject({
      data: { reason: 'mass-removal' },
    })
    const { job } = await publish(request, true)
    expect(job.state).toBe('succeeded')
    expect(read('index.html')).not.toContain('题 a')
  })

  it('puts an earlier version back, with the articles as they were in it', async () => {
    const a = await create('甲一', 'a')
    await publish({ kind: 'everything' })
    const first = read('index.html')
    await save(a, '甲二')
    const b = await create('乙', 'b')
    await publish({ kind: 'everything' })
    const [, original] = await deploys()
    const second = read('index.html')
    const back = await test.client.publishing.rollBack({ deployId: original?.id as never })
    expect(await jobSettled(test.client, back.id)).toMatchObject({ state: 'succeeded' })
    expect(read('index.html')).toBe(first)
    expect(exists(articleFile('b'))).toBe(false)
    expect(await test.client.articles.get({ id: a })).toMatchObject({
      title: '甲二',
      state: 'published',
      changedSincePublication: true,
    })
    expect((await test.client.articles.get({ id: b })).state).toBe('withdrawn')
    // Nothing drifts: the library agrees with what is there.
    expect(await test.client.publishing.plan({ targetId, request: { kind: 'site' } })).toMatchObject({
      added: 0,
      removed: 0,
    })
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)

    const [, undone] = await deploys()
    const forth = await test.client.publishing.rollBack({ deployId: undone?.id as never })
    await jobSettled(test.client, forth.id)
    expect(read('index.html')).toBe(second)
    expect(await test.client.articles.get({ id: a })).toMatchObject({ changedSincePublication: false })
    expect((await test.client.articles.get({ id: b })).state).toBe('published')
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
  })

  it('finds what somebody changed at the target, and repairs it', async () => {
    await create('甲', 'a')
    await create('乙', 'b')
    await publish({ kind: 'everything' })
    expect(await test.client.publishing.verify({ targetId })).toEqual({
      ok: true,
      missing: [],
      changed: [],
      extra: [],
    })
    writeFileSync(join(folder, 'current', articleFile('a')), 'broken')
    rmSync(join(folder, 'current', articleFile('b')))
    writeFileSync(join(folder, 'current', '2026/03/extra.html'), 'x')
    expect(await test.client.publishing.verify({ targetId })).toEqual({
      ok: false,
      missing: [articleFile('b')],
      changed: [articleFile('a')],
      extra: ['2026/03/extra.html'],
    })
    const { plan, job } = await publish({ kind: 'site' })
    expect(plan).toMatchObject({ changed: 2, removed: 1 })
    expect(job.state).toBe('succeeded')
    expect(read(articleFile('a'))).toContain('甲')
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
  })

  it('finds a file in the place of a directory', async () => {
    await create('甲', 'a')
    await publish({ kind: 'everything' })
    unlinkSync(join(folder, 'current', '2026'))
    writeFileSync(join(folder, 'current', '2026'), '')
    expect(await test.client.publishing.verify({ targetId })).toMatchObject({ missing: [articleFile('a')] })
    await publish({ kind: 'site' })
    expect(read(articleFile('a'))).toContain('甲')
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
  })

  it('puts no version back that is not whole, nor in the place of what is not its own', async () => {
    const id = await create('甲', 'a')
    await publish({ kind: 'everything' })
    const [first] = await deploys()
    const [root] = readdirSync(join(folder, '.galley', 'trees')).filter((name) => !name.includes('-'))
    await save(id, '甲二')
    await publish({ kind: 'everything' })
    const rollBack = async () => {
      const { id: job } = await test.client.publishing.rollBack({ deployId: first?.id as never })
      return jobSettled(test.client, job)
    }
    const current = join(folder, 'current')
    const version = readlinkSync(current)
    unlinkSync(current)
    writeFileSync(current, '')
    expect((await rollBack()).error).toMatchObject({ reason: 'foreign-folder' })
    rmSync(current)
    symlinkSync(version, current)

    rmSync(join(folder, '.galley', 'trees', `${root}-1`), { recursive: true })
    expect(await rollBack()).toMatchObject({ state: 'failed', error: { reason: 'version-gone' } })
    expect(read(articleFile('a'))).toContain('甲二')
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
  })

  it('takes what somebody else put there for a part of no version', async () => {
    const id = await create('甲', 'a')
    await publish({ kind: 'everything' })
    const [first] = await deploys()
    await save(id, '甲二')
    await publish({ kind: 'everything' })
    writeFileSync(join(folder, 'current', 'extra.html'), '')
    await test.client.publishing.verify({ targetId })
    await publish({ kind: 'site' })
    const { id: job } = await test.client.publishing.rollBack({ deployId: first?.id as never })
    await jobSettled(test.client, job)
    expect(await test.client.publishing.verify({ targetId })).toMatchObject({ ok: true, missing: [] })
  })

  it('says whose the folder is not, also when its owner cannot be read or it is a file', async () => {
    await create('甲', 'a')
    await publish({ kind: 'everything' })
    const foreign = { code: 'REFUSED', data: { reason: 'foreign-folder' } }
    const plan = () => test.client.publishing.plan({ targetId, request: { kind: 'site' } })
    writeFileSync(join(folder, '.galley', 'target.json'), '')
    await expect(plan()).rejects.toMatchObject(foreign)
    await expect(test.client.publishing.verify({ targetId })).rejects.toMatchObject(foreign)
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')
    await expect(plan()).rejects.toMatchObject(foreign)
  })

  it('writes everything anew when the folder was emptied', async () => {
    await create('甲', 'a')
    await publish({ kind: 'everything' })
    // Answered after the copies that are made ahead for the next deploy.
    await test.client.publishing.verify({ targetId })
    unlinkSync(join(folder, 'current'))
    rmSync(join(folder, '.galley'), { recursive: true })
    const { plan, job } = await publish({ kind: 'site' })
    expect(plan.added).toBeGreaterThan(5)
    expect(job.state).toBe('succeeded')
    expect(read('index.html')).toContain('甲')
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
  })

  it('keeps ten versions and takes away what only older ones had', async () => {
    const id = await create('甲', 'a')
    // Enough for their directory to be copied ahead, from an old version in the end.
    for (let index = 0; index < 15; index++) await create(`乙 ${index}`, `b-${index}`)
    for (let round = 0; round < 14; round++) {
      if (round > 0) await save(id, `甲 ${round}`)
      await create(`丙 ${round}`, `c-${round}`)
      await publish({ kind: 'everything' })
    }
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
    const list = await deploys()
    expect(list.filter((deploy) => deploy.canRollBack)).toHaveLength(9)
    // A plan runs after what was left to tidy.
    await test.client.publishing.plan({ targetId, request: { kind: 'site' } })
    const trees = readdirSync(join(folder, '.galley', 'trees'))
    expect(trees.filter((name) => !name.includes('-'))).toHaveLength(10)
    const oldest = list.filter((deploy) => deploy.canRollBack).at(-1)
    const job = await test.client.publishing.rollBack({ deployId: oldest?.id as never })
    await jobSettled(test.client, job.id)
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
    expect(read(articleFile('a'))).toContain('甲 4')
  })

  it('says that the folder is gone when its disk is not plugged in, and goes on when it is back', async () => {
    await create('甲', 'a')
    await publish({ kind: 'everything' })
    await create('乙', 'b')
    const request = { kind: 'everything' } as const
    renameSync(folder, `${folder}-unplugged`)
    const gone = { code: 'REFUSED', data: { reason: 'folder-missing', detail: folder } }
    await expect(test.client.publishing.plan({ targetId, request })).rejects.toMatchObject(gone)
    await expect(test.client.publishing.verify({ targetId })).rejects.toMatchObject(gone)
    renameSync(`${folder}-unplugged`, folder)
    expect((await publish(request)).job.state).toBe('succeeded')
    expect(exists(articleFile('b'))).toBe(true)
  })

  it('publishes a long site from two threads, whole', async () => {
    for (let index = 0; index < 600; index++)
      await test.client.articles.create(
        buildArticle({ title: `文章 ${index}`, slug: `n-${index}`, doc: buildDocument(`正文 ${index}`) }),
      )
    const { job } = await publish({ kind: 'everything' })
    expect(job.state).toBe('succeeded')
    expect((await test.client.publishing.verify({ targetId })).ok).toBe(true)
    expect(readdirSync(join(folder, 'current', '2026/03'))).toHaveLength(600)
  })
})

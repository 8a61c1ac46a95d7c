import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '../../../src/shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

const minute = 60_000
let core: TestCore
let id: ArticleId
let version: number

beforeEach(async () => {
  core = await createTestCore()
  const article = await core.client.articles.create(buildArticle({ title: '初稿', tags: ['甲'] }))
  id = article.id
  version = 1
})
afterEach(() => core.stop())

const save = async (title: string) => {
  const saved = await core.client.articles.save({ id, baseVersion: version, changes: { title } })
  version = saved.version
}
const list = () => core.client.revisions.list({ articleId: id })
const titles = async () => (await list()).map(({ reason, title }) => `${reason} ${title}`)

test('the first save of a session keeps the state before it, then at most one in five minutes', async () => {
  await save('一')
  expect(await titles()).toEqual(['autosave 初稿'])
  for (let second = 0; second < 4; second++) {
    core.clock.advance(minute)
    await save(`二${second}`)
  }
  expect(await titles()).toEqual(['autosave 初稿'])
  core.clock.advance(minute)
  await save('三')
  expect(await titles()).toEqual(['autosave 二3', 'autosave 初稿'])
})

test('an article that had nothing in it leaves no revision', async () => {
  const empty = await core.client.articles.create({})
  await core.client.articles.save({ id: empty.id, baseVersion: 1, changes: { title: '有了' } })
  expect(await core.client.revisions.list({ articleId: empty.id })).toEqual([])
})

test('what is kept already is not kept twice', async () => {
  await core.client.revisions.keep({ articleId: id })
  core.clock.advance(10 * minute)
  await save('一')
  expect(await titles()).toEqual(['manual 初稿'])
})

test('a revision holds the whole content', async () => {
  const kept = await core.client.revisions.keep({ articleId: id })
  const { content, ...summary } = await core.client.revisions.get({ id: kept.id })
  expect(summary).toEqual(kept)
  expect(kept).toMatchObject({ articleId: id, articleVersion: 1, reason: 'manual', characters: 32 })
  const { doc, slug } = await core.client.articles.get({ id })
  expect(content).toMatchObject({ title: '初稿', tags: ['甲'], doc, slug, slugIsAutomatic: true })
  await expect(core.client.revisions.get({ id: 99 as never })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('restoring brings everything back and loses nothing', async () => {
  const category = await core.client.categories.create({ name: '业界' })
  const before = await core.client.articles.save({
    id,
    baseVersion: 1,
    changes: { categoryId: category.id, byline: '快照小生' },
  })
  const kept = await core.client.revisions.keep({ articleId: id })
  const changed = await core.client.articles.save({
    id,
    baseVersion: 2,
    changes: { title: '改坏了', doc: buildDocument('没了'), tags: [], byline: '' },
  })
  const restored = await core.client.revisions.restore({ id: kept.id, baseVersion: changed.version })
  expect(restored).toMatchObject({
    title: '初稿',
    tags: ['甲'],
    byline: '快照小生',
    categoryId: category.id,
    characters: before.characters,
    slug: before.slug,
    version: 4,
  })
  const [newest] = await list()
  expect(newest).toMatchObject({ reason: 'before_restore', title: '改坏了', articleVersion: 3 })
  expect((await core.client.revisions.get({ id: newest?.id as never })).content.doc).toEqual(
    buildDocument('没了'),
  )
})

test('restoring over a newer version is a conflict and keeps nothing', async () => {
  const kept = await core.client.revisions.keep({ articleId: id })
  await save('新')
  await expect(core.client.revisions.restore({ id: kept.id, baseVersion: 1 })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { current: { title: '新', version: 2 } },
  })
  expect(await titles()).toEqual(['manual 初稿'])
})

test('restoring does without a category that was deleted since', async () => {
  const category = await core.client.categories.create({ name: '短命' })
  await core.client.articles.save({ id, baseVersion: 1, changes: { categoryId: category.id } })
  const kept = await core.client.revisions.keep({ articleId: id })
  await core.client.categories.delete({ id: category.id, reassignTo: null })
  await core.client.articles.save({ id, baseVersion: 2, changes: { title: '新' } })
  expect(await core.client.revisions.restore({ id: kept.id, baseVersion: 3 })).toMatchObject({
    title: '初稿',
    categoryId: null,
  })
})

test('the side that lost a conflict is kept', async () => {
  const { content } = await core.client.revisions.get({
    id: (await core.client.revisions.keep({ articleId: id })).id,
  })
  const mine = { ...content, title: '我的', doc: buildDocument('我的正文') }
  const kept = await core.client.revisions.keepConflict({ articleId: id, content: mine })
  expect(kept).toMatchObject({ reason: 'conflict', title: '我的', characters: 4 })
  expect((await core.client.revisions.get({ id: kept.id })).content).toEqual(mine)
})

test('revisions are thinned as new ones come', async () => {
  for (let hour = 0; hour < 30; hour++) {
    for (let quarter = 0; quarter < 4; quarter++) {
      core.clock.advance(15 * minute)
      await save(`${hour}.${quarter}`)
    }
  }
  // 24 hours by quarters, 6 by hours.
  expect((await list()).length).toBeGreaterThanOrEqual(24 * 4 + 5)
  expect((await list()).length).toBeLessThanOrEqual(24 * 4 + 8)
})

test('go with their article', async () => {
  await save('一')
  await core.client.articles.trash({ ids: [id] })
  await core.client.articles.deleteForever({ ids: [id] })
  expect(await list()).toEqual([])
})

test('a revision gets a name, is found by it, and then stays for ever', async () => {
  await save('一')
  const [first] = await list()
  const named = await core.client.revisions.rename({ id: first?.id as never, name: ' 二审稿 ' })
  expect(named).toMatchObject({ name: '二审稿', reason: 'autosave' })
  core.clock.advance(400 * 24 * 60 * minute)
  for (const title of ['二', '三']) {
    core.clock.advance(10 * minute)
    await save(title)
  }
  const found = await core.client.revisions.list({ articleId: id, query: '二审' })
  expect(found.map((revision) => revision.id)).toEqual([first?.id])
  await expect(core.client.revisions.rename({ id: 99 as never, name: '' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('are listed a part at a time', async () => {
  for (let at = 0; at < 5; at++) await core.client.revisions.keep({ articleId: id, name: `第 ${at} 稿` })
  const names = async (offset: number, query = '') =>
    (await core.client.revisions.list({ articleId: id, offset, limit: 2, query })).map(({ name }) => name)
  expect(await names(0)).toEqual(['第 4 稿', '第 3 稿'])
  expect(await names(4)).toEqual(['第 0 稿'])
  expect(await names(1, '稿')).toEqual(['第 3 稿', '第 2 稿'])
})

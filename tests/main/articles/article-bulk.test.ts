import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId, CategoryId } from '../../../src/shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'

let core: TestCore
let articles: TestCore['client']['articles']
let ids: ArticleId[]

beforeEach(async () => {
  core = await createTestCore()
  articles = core.client.articles
  ids = []
  for (const title of ['甲', '乙', '丙']) ids.push((await articles.create(buildArticle({ title }))).id)
})
afterEach(() => core.stop())

const error = (code: string, reason: string) =>
  expect.objectContaining({ code, data: expect.objectContaining({ reason }) })
const versions = () => Promise.all(ids.map(async (id) => (await articles.get({ id })).version))

test('categorize files those that lie elsewhere and raises their versions', async () => {
  const { id } = await core.client.categories.create({ name: '业界' })
  expect(await articles.categorize({ ids: ids.slice(0, 2), categoryId: id })).toEqual({ changed: 2 })
  expect(await articles.categorize({ ids, categoryId: id })).toEqual({ changed: 1 })
  expect(await versions()).toEqual([2, 2, 2])
  expect(await core.client.categories.list()).toMatchObject([{ articleCount: 3 }])
  await expect(articles.categorize({ ids, categoryId: 99 as CategoryId })).rejects.toEqual(
    error('INVALID', 'category'),
  )
})

test('addTags adds what is missing, after the tags that are there', async () => {
  await articles.save({ id: ids[0] as ArticleId, baseVersion: 1, changes: { tags: ['旧', 'AI'] } })
  expect(await articles.addTags({ ids, tags: ['ai', '新'] })).toEqual({ changed: 3 })
  expect((await articles.get({ id: ids[0] as ArticleId })).tags).toEqual(['旧', 'AI', '新'])
  expect(await articles.addTags({ ids, tags: ['新'] })).toEqual({ changed: 0 })
  expect(await versions()).toEqual([3, 2, 2])
})

test('trash and restore, without a change of version', async () => {
  expect(await articles.trash({ ids: [...ids, 99 as ArticleId] })).toEqual({ changed: 3 })
  expect(await articles.trash({ ids })).toEqual({ changed: 0 })
  expect((await articles.list({})).total).toBe(0)
  expect(await articles.restore({ ids: ids.slice(0, 1) })).toEqual({ changed: 1 })
  expect(await versions()).toEqual([1, 1, 1])
  expect((await articles.list({})).items).toMatchObject([{ title: '甲', trashedAt: null, state: 'draft' }])
})

test('what lies in the trash can still be saved: nothing typed is lost', async () => {
  const id = ids[0] as ArticleId
  await articles.trash({ ids: [id] })
  expect(await articles.save({ id, baseVersion: 1, changes: { title: '晚到' } })).toMatchObject({
    title: '晚到',
    trashedAt: core.clock.now(),
  })
})

test('only what is in the trash is deleted for good, and its labels with it', async () => {
  const [first, second] = ids as [ArticleId, ArticleId]
  await articles.save({ id: first, baseVersion: 1, changes: { tags: ['独有'], byline: '独有' } })
  await articles.trash({ ids: [first] })
  await expect(articles.deleteForever({ ids: [first, second] })).rejects.toEqual(
    error('REFUSED', 'not-in-trash'),
  )
  expect(await articles.get({ id: first })).toMatchObject({ title: '甲' })
  expect(await articles.deleteForever({ ids: [first] })).toEqual({ changed: 1 })
  await expect(articles.get({ id: first })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await core.client.tags.list({})).toEqual([])
  expect(await core.client.bylines.list({})).toEqual([])
  await articles.trash({ ids })
  expect(await articles.emptyTrash()).toEqual({ changed: 2 })
  expect(await articles.counts()).toMatchObject({ all: 0, trash: 0 })
})

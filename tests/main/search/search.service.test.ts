import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleFilter } from '#shared/contract/articles.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

let app: TestCore
beforeEach(async () => {
  app = await createTestCore()
})
afterEach(() => app.stop())

const create = (title: string, text = '正文', more = {}) =>
  app.client.articles.create(buildArticle({ title, dek: '', doc: buildDocument(text), ...more }))
const titles = async (text: string, filter: ArticleFilter = {}, more = {}) =>
  (await app.client.search.query({ text, filter, ...more })).hits.map(({ article }) => article.title)

test('finds titles first, then the newest', async () => {
  await create('渡口', '说到船厂')
  await create('船厂一')
  await create('夜市', '也说到船厂')
  await create('船厂二', '船厂')
  expect(await titles('船厂')).toEqual(['船厂二', '船厂一', '夜市', '渡口'])
  expect(await titles('厂')).toEqual(['船厂二', '船厂一', '夜市', '渡口'])
})

test('pages without gaps or repeats, across the end of the title hits', async () => {
  for (let index = 0; index < 25; index++) await create(index % 2 ? `船厂 ${index}` : `渡口 ${index}`, '船厂')
  const all = await titles('船厂', {}, { limit: 100 })
  expect(all).toHaveLength(25)
  const paged: string[] = []
  for (let offset = 0; ; offset += 10) {
    const { hits, hasMore } = await app.client.search.query({ text: '船厂', offset, limit: 10 })
    paged.push(...hits.map(({ article }) => article.title))
    if (!hasMore) break
  }
  expect(paged).toEqual(all)
})

test('a long run is found where its pairs stand in its order, in few articles as in many', async () => {
  await create('渡口', '看完的江边船厂')
  await create('夜市', '江边的看完船厂')
  await create('江边的船厂看')
  expect(await titles('江边的船厂看')).toEqual(['江边的船厂看'])
  expect(await titles('看完的江边船厂')).toEqual(['渡口'])
  expect(await titles('的江边船厂边')).toEqual([])
  for (let index = 0; index < 60; index++) await create(`重复 ${index}`, '厂江边的船厂厂')
  expect(await titles('厂江边的船厂厂', {}, { limit: 100 })).toHaveLength(60)
  expect(await titles('江边的船厂', {}, { limit: 100 })).toHaveLength(61)
  expect(await titles('江边的船厂厂看')).toEqual([])
})

test('finds terms spread over title, dek and body', async () => {
  await create('船厂', '冬天', { dek: '导语里的江边客' })
  expect(await titles('船厂 冬天 江边')).toEqual(['船厂'])
  expect(await titles('船厂 夏天')).toEqual([])
})

test('finds Latin words by their beginning, in any case and width', async () => {
  await create('DeepSeek时刻')
  expect(await titles('deep')).toEqual(['DeepSeek时刻'])
  expect(await titles('ＤＥＥＰＳＥＥＫ时刻')).toEqual(['DeepSeek时刻'])
  expect(await titles('seek')).toEqual([])
})

test('follows saves, trash and deletion', async () => {
  const article = await create('船厂', '冬天')
  const saved = await app.client.articles.save({
    id: article.id,
    baseVersion: article.version,
    changes: { doc: buildDocument('夏天') },
  })
  expect(await titles('冬天')).toEqual([])
  expect(await titles('夏天')).toEqual(['船厂'])
  await app.client.articles.trash({ ids: [saved.id] })
  expect(await titles('夏天')).toEqual([])
  expect(await titles('夏天', { state: 'trash' })).toEqual(['船厂'])
  await app.client.articles.deleteForever({ ids: [saved.id] })
  expect(await titles('夏天', { state: 'trash' })).toEqual([])
})

test('keeps to the filter', async () => {
  const parent = await app.client.categories.create({ name: '观察' })
  const child = await app.client.categories.create({ name: '城市观察', parentId: parent.id })
  await create('船厂一', '正文', { categoryId: child.id, tags: ['江'] })
  await create('船厂二')
  expect(await titles('船厂', { categoryId: parent.id })).toEqual(['船厂一'])
  expect(await titles('船厂', { categoryId: null })).toEqual(['船厂二'])
  expect(await titles('船', { tag: '江' })).toEqual(['船厂一'])
  expect(await titles('船厂', { state: 'in_review' })).toEqual([])
})

test('says where the hits are', async () => {
  await create('老船厂', `开头。${'别的话。'.repeat(30)}船厂的冬天。`)
  const { hits } = await app.client.search.query({ text: '船厂' })
  expect(hits[0]?.titleRanges).toEqual([[1, 3]])
  const { snippet = '', snippetRanges = [] } = hits[0] ?? {}
  expect(snippet).toMatch(/^….*船厂的冬天。$/)
  expect(snippetRanges.map(([from, to]) => snippet.slice(from, to))).toEqual(['船厂'])
})

test('ranks by bm25 on request', async () => {
  await create('甲', `船厂。${'别的话,'.repeat(200)}`)
  await create('乙', '船厂船厂船厂')
  await create('丙', `船厂。${'别的话,'.repeat(100)}`)
  expect(await titles('船厂', {}, { rank: 'best' })).toEqual(['乙', '丙', '甲'])
  expect(await titles('船', {}, { rank: 'best' })).toEqual(['丙', '乙', '甲'])
})

test.each(['!', '"', '……', '* OR', 'title:船厂', '\u0000'])('takes %j as data', async (text) => {
  await create('船厂')
  const { hits } = await app.client.search.query({ text })
  expect(hits).toEqual([])
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleFilter, ArticleSort } from '../../../src/shared/contract/articles.ts'
import type { CategoryId } from '../../../src/shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'

let core: TestCore
beforeEach(async () => {
  core = await createTestCore()
})
afterEach(() => core.stop())

const titles = async (filter: ArticleFilter = {}, sort?: ArticleSort) => {
  const { items, total } = await core.client.articles.list({ filter, ...(sort && { sort }), limit: 500 })
  expect(total).toBe(items.length)
  return items.map(({ title }) => title)
}
const write = async (title: string, content: Parameters<typeof buildArticle>[0] = {}) => {
  core.clock.advance(1000)
  return core.client.articles.create(buildArticle({ title, ...content }))
}

test('an empty library', async () => {
  expect(await core.client.articles.list({})).toEqual({ total: 0, items: [] })
  expect(await core.client.articles.counts()).toEqual({
    all: 0,
    changed: 0,
    trash: 0,
    states: { draft: 0, in_review: 0, approved: 0, scheduled: 0, published: 0, withdrawn: 0 },
  })
})

describe('filters', () => {
  test('a category with everything below it, one category, and none', async () => {
    const top = await core.client.categories.create({ name: '上' })
    const below = await core.client.categories.create({ name: '中', parentId: top.id })
    const deepest = await core.client.categories.create({ name: '下', parentId: below.id })
    await write('无')
    await write('上', { categoryId: top.id })
    await write('下', { categoryId: deepest.id })
    expect(await titles({ categoryId: top.id })).toEqual(['下', '上'])
    expect(await titles({ categoryId: below.id })).toEqual(['下'])
    expect(await titles({ categoryId: null })).toEqual(['无'])
    expect(await titles({ categoryId: 99 as CategoryId })).toEqual([])
  })

  test('tag, byline, dates, and all of them together', async () => {
    await write('甲', { tags: ['AI', '芯片'], byline: '记者一' })
    const from = core.clock.now()
    await write('乙', { tags: ['AI'], byline: '记者一' })
    await write('丙', { tags: ['AI'], byline: '记者二' })
    expect(await titles({ tag: 'ai' })).toEqual(['丙', '乙', '甲'])
    expect(await titles({ tag: '没有' })).toEqual([])
    expect(await titles({ byline: '记者一' })).toEqual(['乙', '甲'])
    expect(await titles({ from: from + 1000 })).toEqual(['丙', '乙'])
    expect(await titles({ to: from + 1000 })).toEqual(['甲'])
    expect(await titles({ tag: 'AI', byline: '记者一', from, to: from + 1000 })).toEqual(['甲'])
  })

  test('states, the changed ones, and the trash apart from all others', async () => {
    const review = await write('审')
    await core.client.articles.setState({ id: review.id, baseVersion: 1, state: 'in_review' })
    await write('稿')
    const gone = await write('删')
    await core.client.articles.trash({ ids: [gone.id] })
    expect(await titles()).toEqual(['稿', '审'])
    expect(await titles({ state: 'in_review' })).toEqual(['审'])
    expect(await titles({ state: 'draft' })).toEqual(['稿'])
    expect(await titles({ state: 'changed' })).toEqual([])
    expect(await titles({ state: 'trash' })).toEqual(['删'])
    expect(await core.client.articles.counts()).toMatchObject({
      all: 2,
      trash: 1,
      states: { draft: 1, in_review: 1 },
    })
  })
})

test('every order, both ways, ties by id', async () => {
  const a = await write('a', { startingViews: 5 })
  await write('b', { startingViews: 9 })
  await write('c', { startingViews: 5 })
  await core.client.articles.save({ id: a.id, baseVersion: 1, changes: { dek: '改' } })
  const orders: [ArticleSort['by'], string][] = [
    ['updated', 'bca'],
    ['created', 'abc'],
    ['title', 'abc'],
    ['views', 'acb'],
    ['published', 'abc'],
  ]
  core.clock.advance(1000)
  await core.client.articles.save({ id: a.id, baseVersion: 2, changes: { dek: '再改' } })
  for (const [by, ascending] of orders) {
    expect((await titles({}, { by, direction: 'asc' })).join('')).toBe(ascending)
    expect((await titles({}, { by, direction: 'desc' })).toReversed().join('')).toBe(ascending)
  }
})

test('pages without gaps or repeats', async () => {
  for (let number = 0; number < 7; number++) await write(`第${number}篇`)
  const seen: string[] = []
  for (let offset = 0; offset < 9; offset += 3) {
    const { total, items } = await core.client.articles.list({ offset, limit: 3 })
    expect(total).toBe(7)
    seen.push(...items.map(({ title }) => title))
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((number) => `第${number}篇`))
})

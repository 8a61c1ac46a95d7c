import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'

let test: TestCore

beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.stop())

describe('the sample library', () => {
  it('has something for every screen', async () => {
    const { client, clock } = test
    const { articles } = await client.library.loadSample()
    expect(articles).toBeGreaterThanOrEqual(12)

    const { items, total } = await client.articles.list({ limit: 100 })
    expect(total).toBe(articles)
    const states = new Set(items.map(({ state }) => state))
    expect(states).toEqual(new Set(['draft', 'in_review', 'approved']))
    const tree = await client.categories.list()
    expect(tree.map(({ name }) => name)).toEqual(['业界动态', '产品运营', '用户研究', '数据分析'])
    expect(tree.every(({ articleCount }) => articleCount >= 3)).toBe(true)
    for (const item of items) {
      expect(item.title).not.toBe('')
      expect(item.dek).not.toBe('')
      expect(item.characters).toBeGreaterThan(150)
      if (item.state !== 'approved') continue
      expect(item.cover).not.toBeNull()
      expect(item.publishTime).toBeLessThan(clock.now())
      expect(item.characters).toBeGreaterThan(400)
    }

    await client.analytics.ingest()
    const day = (time: number) => new Date(time).toISOString().slice(0, 10)
    const overview = await client.analytics.overview({
      from: day(clock.now() - 29 * 86_400_000),
      to: day(clock.now()),
      granularity: 'day',
    })
    expect(overview.totals.views).toBeGreaterThan(500)
    expect(overview.totals.visitors).toBeLessThanOrEqual(overview.totals.views)
    expect(overview.previous.views).toBeGreaterThan(0)
    expect(overview.topArticles.length).toBeGreaterThanOrEqual(8)
    expect(overview.categories.reduce((sum, { views }) => sum + views, 0)).toBe(overview.totals.views)
    expect(overview.hours.reduce((sum, views) => sum + views, 0)).toBe(overview.totals.views)
    const top = overview.topArticles[0]
    const article = await client.articles.get({ id: top?.id ?? items[0]?.id ?? (0 as never) })
    expect(article.views).toBeGreaterThan(article.startingViews)
  })

  it('is refused by a library that has articles', async () => {
    await test.client.articles.create({ title: '已有一篇' })
    await expect(test.client.library.loadSample()).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'not-empty' },
    })
  })
})

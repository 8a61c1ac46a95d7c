import { ORPCError } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { CategoryId, MediaId } from '../../../src/shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'
import { openTestLibrary } from '../../helpers/open-test-library.ts'

let core: TestCore
let articles: TestCore['client']['articles']

beforeEach(async () => {
  core = await createTestCore()
  articles = core.client.articles
})
afterEach(() => core.stop())

const error = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })

describe('create and get', () => {
  test('an article without anything in it', async () => {
    const article = await articles.create({})
    expect(article).toMatchObject({
      title: '',
      tags: [],
      state: 'draft',
      version: 1,
      characters: 0,
      slugIsAutomatic: true,
      changedSincePublication: false,
      doc: { type: 'doc', content: [{ type: 'paragraph' }] },
    })
    expect(article.slug).toMatch(/^article-[0-9a-f]{8}$/)
    expect(await articles.get({ id: article.id })).toEqual(article)
  })

  test('everything an editor writes comes back', async () => {
    const content = buildArticle({
      tags: ['大模型', 'DeepSeek', '大模型', 'deepseek'],
      byline: ' 快照小生 ',
      sourceName: '某报',
      sourceUrl: 'https://example.com/',
      publishTime: 1_753_933_009_000,
      startingViews: 129,
      slug: 'wo-de-slug',
    })
    const article = await articles.create(content)
    expect(article).toMatchObject({
      ...content,
      tags: ['大模型', 'DeepSeek'],
      byline: '快照小生',
      slugIsAutomatic: false,
      views: 129,
      createdAt: core.clock.now(),
      characters: 32,
    })
  })

  test('a document that does not fit the schema is refused and leaves nothing', async () => {
    const doc = buildDocument({ type: 'iframe', attrs: { src: 'https://example.com/' } })
    await expect(articles.create({ doc, tags: ['新标签'] })).rejects.toEqual(error('INVALID', 'document'))
    expect(await core.client.tags.list({})).toEqual([])
    expect(await articles.list({})).toEqual({ total: 0, items: [] })
  })

  test('a category or cover that is not there is refused', async () => {
    await expect(articles.create({ categoryId: 9 as CategoryId })).rejects.toEqual(
      error('INVALID', 'category'),
    )
    const cover = 'a'.repeat(64) as MediaId
    await expect(articles.create({ cover })).rejects.toEqual(error('INVALID', 'cover'))
  })

  test('an article that is not there', async () => {
    await expect(articles.get({ id: 7 as never })).rejects.toEqual(error('NOT_FOUND'))
  })
})

describe('save', () => {
  test('changes only what is given, raises the version and keeps the derived parts in step', async () => {
    const { id } = await articles.create(buildArticle({ tags: ['旧'] }))
    core.clock.advance(1000)
    const saved = await articles.save({
      id,
      baseVersion: 1,
      changes: { doc: buildDocument('新的正文 body'), tags: ['新'] },
    })
    expect(saved).toMatchObject({
      version: 2,
      characters: 8,
      words: 5,
      tags: ['新'],
      dek: '从演示走向生产线。',
      updatedAt: core.clock.now(),
    })
    expect((await articles.get({ id })).doc).toEqual(buildDocument('新的正文 body'))
    expect(await core.client.tags.list({})).toMatchObject([{ name: '新', articleCount: 1 }])
  })

  test('what equals the stored content changes nothing', async () => {
    const article = await articles.create(buildArticle({ tags: ['甲', '乙'], byline: '记者' }))
    const { doc, tags, title, byline, slug } = article
    core.clock.advance(1000)
    const saved = await articles.save({
      id: article.id,
      baseVersion: 1,
      changes: { doc, tags, title, byline, slug },
    })
    expect(saved).toMatchObject({ version: 1, updatedAt: article.updatedAt })
  })

  test('a stale save is a conflict that carries the article as it is', async () => {
    const { id } = await articles.create(buildArticle())
    await articles.save({ id, baseVersion: 1, changes: { title: '先到' } })
    const stale = articles.save({ id, baseVersion: 1, changes: { title: '后到' } })
    const caught: unknown = await stale.catch((reason: unknown) => reason)
    expect(caught).toBeInstanceOf(ORPCError)
    expect(caught).toMatchObject({ code: 'CONFLICT', data: { current: await articles.get({ id }) } })
    expect((await articles.get({ id })).title).toBe('先到')
  })

  test('a refused save leaves the article as it was', async () => {
    const article = await articles.create(buildArticle())
    const doc = buildDocument({ type: 'paragraph', content: [{ type: 'paragraph' }] })
    const changes = { title: '改了', doc }
    await expect(articles.save({ id: article.id, baseVersion: 1, changes })).rejects.toEqual(
      error('INVALID', 'document'),
    )
    expect(await articles.get({ id: article.id })).toEqual(article)
  })

  test.each([
    ['a title', { title: '长'.repeat(501) }],
    ['a dek', { dek: '长'.repeat(2001) }],
  ])('%s that is too long is refused, wherever it comes from', async (_what, changes) => {
    const library = await openTestLibrary()
    onTestFinished(() => library.close())
    const article = library.articles.create(buildArticle())
    expect(() => library.articles.save(article.id, 1, changes)).toThrow(error('INVALID', 'too-long'))
    expect(library.articles.get(article.id)).toEqual(article)
    const { id } = await articles.create(buildArticle())
    await expect(articles.save({ id, baseVersion: 1, changes })).rejects.toEqual(error('BAD_REQUEST'))
  })

  test('a byline that nobody uses any more goes', async () => {
    const { id } = await articles.create(buildArticle({ byline: '甲' }))
    await articles.save({ id, baseVersion: 1, changes: { byline: '乙' } })
    expect(await core.client.bylines.list({})).toMatchObject([{ name: '乙', slug: 'yi', articleCount: 1 }])
    await articles.save({ id, baseVersion: 2, changes: { byline: '' } })
    expect(await core.client.bylines.list({})).toEqual([])
  })
})

describe('slug', () => {
  test('follows the title in pinyin, with Latin words kept, and stays unique', async () => {
    const title = '重庆银行:再造“DeepSeek 时刻”'
    const first = await articles.create({ title })
    const second = await articles.create({ title })
    expect(first.slug).toBe('chong-qing-yin-hang-zai-zao-deepseek-shi-ke')
    expect(second.slug).toBe(`${first.slug}-2`)
    const saved = await articles.save({ id: second.id, baseVersion: 1, changes: { title: '女性 5G' } })
    expect(saved.slug).toBe('nv-xing-5g')
    const dek = await articles.save({ id: second.id, baseVersion: 2, changes: { dek: '只改导语' } })
    expect(dek.slug).toBe('nv-xing-5g')
  })

  test('is the editor’s once edited, and automatic again when asked', async () => {
    const { id } = await articles.create({ title: '标题' })
    const edited = await articles.save({ id, baseVersion: 1, changes: { slug: 'mine' } })
    expect(edited).toMatchObject({ slug: 'mine', slugIsAutomatic: false })
    const retitled = await articles.save({ id, baseVersion: 2, changes: { title: '新标题' } })
    expect(retitled.slug).toBe('mine')
    const again = await articles.save({ id, baseVersion: 3, changes: { slugIsAutomatic: true } })
    expect(again).toMatchObject({ slug: 'xin-biao-ti', slugIsAutomatic: true })
  })

  test('gets a number when an editor picks one that is taken', async () => {
    await articles.create({ slug: 'taken', slugIsAutomatic: false })
    const { id } = await articles.create({ title: '另一篇' })
    const saved = await articles.save({
      id,
      baseVersion: 1,
      changes: { slug: 'taken', slugIsAutomatic: false },
    })
    expect(saved.slug).toBe('taken-2')
  })

  test('is suggested without being written', async () => {
    const { id, slug } = await articles.create({ title: '长春市长' })
    expect(slug).toBe('chang-chun-shi-zhang')
    expect(await articles.suggestSlug({ title: '长春市长' })).toEqual({ slug: `${slug}-2` })
    expect(await articles.suggestSlug({ title: '长春市长', id })).toEqual({ slug })
  })
})

describe('setState', () => {
  test('moves between the editorial states and keeps the version', async () => {
    const { id } = await articles.create(buildArticle())
    expect(await articles.setState({ id, baseVersion: 1, state: 'in_review' })).toMatchObject({
      state: 'in_review',
      version: 1,
    })
    expect(await articles.setState({ id, baseVersion: 1, state: 'approved' })).toMatchObject({
      state: 'approved',
    })
    await expect(articles.setState({ id, baseVersion: 2, state: 'draft' })).rejects.toEqual(error('CONFLICT'))
  })
})

test('changes are announced after they can be read', async () => {
  const abort = new AbortController()
  const changes = await articles.changed(undefined, { signal: abort.signal })
  const { id } = await articles.create({})
  await articles.save({ id, baseVersion: 1, changes: { title: '一' } })
  await articles.save({ id, baseVersion: 2, changes: { title: '一' } })
  await articles.setState({ id, baseVersion: 2, state: 'approved' })
  await articles.trash({ ids: [id] })
  const seen: unknown[] = []
  for await (const change of changes) {
    seen.push(change)
    if (seen.length === 4) break
  }
  abort.abort()
  expect(seen).toEqual([
    { ids: [id], kind: 'created' },
    { ids: [id], kind: 'saved' },
    { ids: [id], kind: 'stateChanged' },
    { ids: [id], kind: 'trashed' },
  ])
})

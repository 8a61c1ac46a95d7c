import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TemplateContent } from '../../../src/shared/contract/templates.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

let core: TestCore
let client: TestCore['client']

beforeEach(async () => {
  core = await createTestCore()
  client = core.client
})
afterEach(() => core.stop())

const content = (overrides: Partial<TemplateContent> = {}): TemplateContent => ({
  title: '一周要闻',
  dek: '',
  categoryId: null,
  tags: ['周报'],
  byline: '林知',
  sourceName: '',
  sourceUrl: '',
  cover: null,
  coverAlt: '',
  doc: buildDocument('## 头条', '写在这里。'),
  ...overrides,
})

const invalid = (reason: string) =>
  expect.objectContaining({ code: 'INVALID', data: expect.objectContaining({ reason }) })

test('an article begins with what the template holds, under an address of its own', async () => {
  const category = await client.categories.create({ name: '业界动态' })
  const { id } = await client.templates.create({
    name: '周报',
    content: content({ categoryId: category.id }),
  })
  const one = await client.templates.use({ id })
  const two = await client.templates.use({ id })
  expect(one).toMatchObject({
    ...content({ categoryId: category.id }),
    state: 'draft',
    slug: 'yi-zhou-yao-wen',
  })
  expect(two.slug).toBe('yi-zhou-yao-wen-2')
  expect(two.uid).not.toBe(one.uid)
  expect(await client.templates.get({ id })).toEqual(content({ categoryId: category.id }))
})

test('a category that is gone is left out of the new article', async () => {
  const category = await client.categories.create({ name: '短命' })
  const { id } = await client.templates.create({
    name: '周报',
    content: content({ categoryId: category.id }),
  })
  await client.categories.delete({ id: category.id, reassignTo: null })
  expect((await client.templates.use({ id })).categoryId).toBeNull()
})

test('names are unique, whatever their letter case; the content of a taken name can be replaced', async () => {
  const weekly = await client.templates.create({ name: 'Weekly', content: content() })
  await client.templates.create({ name: '日报', content: content({ title: '日报' }) })
  await expect(client.templates.create({ name: 'weekly', content: content() })).rejects.toEqual(
    invalid('duplicate-name'),
  )
  await expect(client.templates.rename({ id: weekly.id, name: '日报' })).rejects.toEqual(
    invalid('duplicate-name'),
  )
  core.clock.advance(1000)
  const replaced = await client.templates.replace({ id: weekly.id, content: content({ title: '新' }) })
  expect(replaced).toMatchObject({ name: 'Weekly', createdAt: weekly.createdAt })
  expect(replaced.updatedAt).toBeGreaterThan(weekly.updatedAt)
  expect(replaced.excerpt).toBe('新 头条 写在这里。')
  await client.templates.rename({ id: weekly.id, name: 'WEEKLY' })
  expect((await client.templates.list()).map(({ name }) => name)).toEqual(['WEEKLY', '日报'])
})

test('a document that does not fit the schema is refused', async () => {
  const doc = { type: 'doc' as const, content: [{ type: 'script' }] }
  await expect(client.templates.create({ name: '坏', content: content({ doc }) })).rejects.toEqual(
    invalid('document'),
  )
  await expect(client.snippets.create({ name: '坏', content: { doc } })).rejects.toEqual(invalid('document'))
  expect(await client.templates.list()).toEqual([])
})

test('snippets are kept, announced and deleted', async () => {
  const abort = new AbortController()
  const changes = await client.snippets.changed(undefined, { signal: abort.signal })
  const doc = buildDocument('编辑部提示：转载请注明出处。')
  const { id } = await client.snippets.create({ name: '转载声明', content: { doc } })
  expect((await changes.next()).value).toEqual({ kind: 'changed' })
  expect(await client.snippets.get({ id })).toEqual({ doc })
  expect(await client.snippets.list()).toMatchObject([
    { id, name: '转载声明', excerpt: '编辑部提示：转载请注明出处。' },
  ])
  expect(await client.snippets.delete({ id })).toEqual({ deleted: true })
  expect(await client.snippets.delete({ id })).toEqual({ deleted: false })
  await expect(client.snippets.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  abort.abort()
})

test('a duplicate has the content, not the address, the time or the views', async () => {
  const { slug, uid, doc, id } = await client.articles.create({
    ...content(),
    publishTime: 1_000,
    startingViews: 129,
  })
  const copy = await client.articles.duplicate({ id, title: '一周要闻（副本）' })
  expect(copy).toMatchObject({
    title: '一周要闻（副本）',
    tags: ['周报'],
    byline: '林知',
    doc,
    state: 'draft',
    publishTime: null,
    startingViews: 0,
  })
  expect(copy.slug).not.toBe(slug)
  expect(copy.uid).not.toBe(uid)
})

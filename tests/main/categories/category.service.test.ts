import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Category } from '../../../src/shared/contract/categories.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'

let core: TestCore
let categories: TestCore['client']['categories']

beforeEach(async () => {
  core = await createTestCore()
  categories = core.client.categories
})
afterEach(() => core.stop())

const invalid = (reason: string) =>
  expect.objectContaining({ code: 'INVALID', data: expect.objectContaining({ reason }) })
const make = (name: string, parent?: Category) => categories.create({ name, parentId: parent?.id ?? null })
/** The tree as text: names in order, children in brackets. */
const tree = async () => {
  const all = await categories.list()
  const below = (parentId: Category['id'] | null): string =>
    all
      .filter((category) => category.parentId === parentId)
      .map((category) => category.name + (below(category.id) && `(${below(category.id)})`))
      .join(' ')
  return below(null)
}
const positions = async () => (await categories.list()).map(({ name, position }) => `${name}${position}`)

test('starts empty', async () => {
  expect(await categories.list()).toEqual([])
})

test('makes categories with slugs in pinyin, unique ones', async () => {
  expect(await make(' 业界动态 ')).toMatchObject({
    name: '业界动态',
    slug: 'ye-jie-dong-tai',
    parentId: null,
    position: 0,
    articleCount: 0,
  })
  const parent = await make('产品运营')
  expect(await make('业界动态', parent)).toMatchObject({ slug: 'ye-jie-dong-tai-2', parentId: parent.id })
  expect((await make('★')).slug).toMatch(/^category-[0-9a-f]{8}$/)
})

test('refuses the name of a sibling and a slug that is taken', async () => {
  await make('News')
  const other = await make('Other')
  await expect(make('news')).rejects.toEqual(invalid('duplicate-name'))
  await expect(categories.create({ name: 'x', slug: 'news' })).rejects.toEqual(invalid('duplicate-slug'))
  await expect(categories.update({ id: other.id, name: 'NEWS' })).rejects.toEqual(invalid('duplicate-name'))
  await expect(categories.update({ id: other.id, slug: 'news' })).rejects.toEqual(invalid('duplicate-slug'))
  await expect(categories.create({ name: 'x', parentId: 99 as never })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('renames without changing the address or the versions of articles', async () => {
  const { id } = await make('旧名')
  const article = await core.client.articles.create(buildArticle({ categoryId: id }))
  expect(await categories.update({ id, name: '新名', description: '说明' })).toMatchObject({
    name: '新名',
    slug: 'jiu-ming',
    description: '说明',
    articleCount: 1,
  })
  expect((await core.client.articles.get({ id: article.id })).version).toBe(1)
})

test('moves within and between siblings, with positions from 0', async () => {
  const a = await make('A')
  const b = await make('B')
  await make('C')
  const d = await make('D', a)
  await categories.move({ id: b.id, parentId: null, position: 99 })
  expect(await tree()).toBe('A(D) C B')
  await categories.move({ id: b.id, parentId: a.id, position: 0 })
  expect(await tree()).toBe('A(B D) C')
  await categories.move({ id: d.id, parentId: null, position: 1 })
  expect(await tree()).toBe('A(B) D C')
  expect(await positions()).toEqual(['A0', 'B0', 'D1', 'C2'])
})

test('does not move a category into itself', async () => {
  const a = await make('A')
  const b = await make('B', a)
  const c = await make('C', b)
  for (const parentId of [a.id, b.id, c.id]) {
    await expect(categories.move({ id: a.id, parentId, position: 0 })).rejects.toEqual(invalid('cycle'))
  }
  await expect(categories.merge({ id: a.id, intoId: c.id })).rejects.toEqual(invalid('cycle'))
  expect(await tree()).toBe('A(B(C))')
})

test('does not move beside a sibling of the same name', async () => {
  const a = await make('A')
  await make('X')
  const inner = await make('x', a)
  await expect(categories.move({ id: inner.id, parentId: null, position: 0 })).rejects.toEqual(
    invalid('duplicate-name'),
  )
})

test('merges: articles and children move', async () => {
  const from = await make('从')
  const into = await make('到')
  await make('子', from)
  await make('原有', into)
  const { id } = await core.client.articles.create(buildArticle({ categoryId: from.id }))
  expect(await categories.merge({ id: from.id, intoId: into.id })).toEqual({ movedArticles: 1 })
  expect(await tree()).toBe('到(原有 子)')
  expect(await positions()).toEqual(['到0', '原有0', '子1'])
  expect(await core.client.articles.get({ id })).toMatchObject({ categoryId: into.id, version: 1 })
})

test('a merge that would put two of one name together changes nothing', async () => {
  const from = await make('从')
  const into = await make('到')
  await make('同名', from)
  await make('同名', into)
  await expect(categories.merge({ id: from.id, intoId: into.id })).rejects.toEqual(invalid('duplicate-name'))
  expect(await tree()).toBe('从(同名) 到(同名)')
})

test('deletes: articles are filed elsewhere, children move up to where it was', async () => {
  await make('甲')
  const gone = await make('乙')
  const last = await make('丙')
  await make('乙', gone)
  await make('丁', gone)
  const one = await core.client.articles.create(buildArticle({ categoryId: gone.id }))
  const two = await core.client.articles.create(buildArticle({ categoryId: gone.id }))
  await core.client.articles.trash({ ids: [two.id] })
  expect(await categories.delete({ id: gone.id, reassignTo: last.id })).toEqual({ movedArticles: 2 })
  expect(await tree()).toBe('甲 乙 丁 丙')
  expect((await core.client.articles.get({ id: one.id })).categoryId).toBe(last.id)
  expect(await categories.delete({ id: last.id, reassignTo: null })).toEqual({ movedArticles: 2 })
  expect((await core.client.articles.get({ id: one.id })).categoryId).toBeNull()
  await expect(categories.delete({ id: last.id, reassignTo: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('announces every change', async () => {
  const abort = new AbortController()
  const changes = await categories.changed(undefined, { signal: abort.signal })
  const { id } = await make('甲')
  await categories.update({ id, name: '乙' })
  for (let seen = 0; seen < 2; seen++) expect((await changes.next()).value).toEqual({ kind: 'changed' })
  abort.abort()
})

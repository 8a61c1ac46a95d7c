import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'

let core: TestCore
beforeEach(async () => {
  core = await createTestCore()
})
afterEach(() => core.stop())

const invalid = (reason: string) =>
  expect.objectContaining({ code: 'INVALID', data: expect.objectContaining({ reason }) })

// One implementation, two kinds of label: the same must hold for both.
describe.each(['tags', 'bylines'] as const)('%s', (kind) => {
  const write = async (...names: string[]) => {
    const labels = kind === 'tags' ? { tags: names } : { byline: names[0] ?? '' }
    return (await core.client.articles.create(buildArticle(labels))).id
  }
  const labelsOf = async (id: Awaited<ReturnType<typeof write>>) => {
    const article = await core.client.articles.get({ id })
    return kind === 'tags' ? article.tags : [article.byline].filter(Boolean)
  }
  const api = () => {
    const { list, rename, merge, delete: remove } = core.client[kind]
    type Id = never
    return {
      list,
      rename: (id: number, name: string) => rename({ id: id as Id, name }),
      merge: (id: number, intoId: number) => merge({ id: id as Id, intoId: intoId as Id }),
      remove: (id: number) => remove({ id: id as Id }),
      names: async (query = '') =>
        (await list({ query })).map((label) => `${label.name}${label.articleCount}`),
      idOf: async (name: string) => (await list({})).find((label) => label.name === name)?.id ?? 0,
    }
  }

  test('come with use, most used first, the trash not counted', async () => {
    await write('甲')
    await write('乙')
    await write('乙')
    const id = await write('甲')
    const trashed = await write('甲')
    await core.client.articles.trash({ ids: [id, trashed] })
    expect(await api().names()).toEqual(['乙2', '甲1'])
    expect(await api().names('甲')).toEqual(['甲1'])
    expect(await api().list({ limit: 1 })).toHaveLength(1)
  })

  test('letter case makes no second one', async () => {
    await write('DeepSeek')
    const id = await write('deepseek')
    expect(await api().names()).toEqual(['DeepSeek2'])
    expect(await labelsOf(id)).toEqual(['DeepSeek'])
  })

  test('renamed: articles follow, the address too', async () => {
    const id = await write('旧名')
    const renamed = await api().rename(await api().idOf('旧名'), '新名')
    expect(renamed).toMatchObject({ name: '新名', slug: 'xin-ming', articleCount: 1 })
    expect(await labelsOf(id)).toEqual(['新名'])
    expect((await core.client.articles.get({ id })).version).toBe(1)
  })

  test('a name that another has is refused, the own one in another case is not', async () => {
    await write('abc')
    await write('乙')
    await expect(api().rename(await api().idOf('乙'), 'ABC')).rejects.toEqual(invalid('duplicate-name'))
    expect(await api().rename(await api().idOf('abc'), 'ABC')).toMatchObject({ name: 'ABC' })
  })

  test('a name that no article could be saved with is refused', async () => {
    await write('甲')
    const name = '长'.repeat(kind === 'tags' ? 61 : 121)
    await expect(api().rename(await api().idOf('甲'), name)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('merged: articles of the one have the other, once', async () => {
    const a = await write('甲')
    const both = await write('甲', '乙')
    await write('乙')
    const into = await api().idOf('乙')
    expect(await api().merge(await api().idOf('甲'), into)).toEqual({ movedArticles: 2 })
    expect(await labelsOf(a)).toEqual(['乙'])
    expect(await labelsOf(both)).toEqual(['乙'])
    expect(await api().names()).toEqual(['乙3'])
    await expect(api().merge(into, into)).rejects.toEqual(invalid('same-label'))
    await expect(api().merge(99, into)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('deleted: articles lose it', async () => {
    const id = await write('甲')
    expect(await api().remove(await api().idOf('甲'))).toEqual({ movedArticles: 1 })
    expect(await labelsOf(id)).toEqual([])
    expect(await api().list({})).toEqual([])
  })
})

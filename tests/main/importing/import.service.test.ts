import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ImportProgress } from '#shared/contract/importing.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'

let app: TestCore
beforeEach(async () => {
  app = await createTestCore()
})
afterEach(() => app.stop())

const file = (name: string, text: string) => new File([text], name)
const page = `城市观察

船厂的最后一个冬天

2024-02-05 11:12:13 江边客 阅读:1204
船厂的最后一个冬天

河边的风从早上吹到傍晚,修船的人一直没有停手。

老船厂还能撑多久?

现在只剩下一班,名册上不到二十个名字。

最新帖子

一碗面的价格
产品运营

一碗面的价格

2024-02-04 10:00:00 阅读:12
渡口的灯又亮了
城市观察

渡口的灯又亮了

2024-02-03 07:08:09 阅读:33
`
const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

async function commit(
  batchId: string,
  items: { index: number; related?: number[] }[],
): Promise<ImportProgress> {
  let last: ImportProgress | undefined
  for await (const progress of await app.client.importing.commit({ batchId, items })) last = progress
  return last as ImportProgress
}
const total = async () => (await app.client.articles.list({})).total

test('says what each file would become and writes nothing', async () => {
  const { items } = await app.client.importing.inspect({
    files: [file('a.txt', page), file('b.pdf', '%PDF-1.4'), file('c.md', '# 题\n\n正文')],
  })
  expect(items).toMatchObject([
    {
      ...{
        fileName: 'a.txt',
        failure: null,
        format: 'saved-page',
        encoding: 'utf-8',
        title: '船厂的最后一个冬天',
      },
      ...{
        category: '城市观察',
        byline: '江边客',
        views: 1204,
        headings: ['老船厂还能撑多久?'],
        exists: false,
      },
      publishTime: Date.parse('2024-02-05T11:12:13+08:00'),
      related: [{ title: '一碗面的价格', exists: false }, { title: '渡口的灯又亮了' }],
    },
    { fileName: 'b.pdf', failure: 'binary', format: null },
    { format: 'markdown', title: '题' },
  ])
  expect(await total()).toBe(0)
  expect(await app.client.categories.list()).toEqual([])
})

test('imports drafts with category, byline, time and views, and the chosen related entries', async () => {
  const { batchId } = await app.client.importing.inspect({ files: [file('a.txt', page)] })
  const done = await commit(batchId, [{ index: 0, related: [1] }])
  expect(done).toMatchObject({ done: 1, total: 1, failed: [] })
  const [main, related] = await Promise.all(done.created.map((id) => app.client.articles.get({ id })))
  const categories = await app.client.categories.list()
  expect(categories.map(({ name }) => name)).toEqual(['城市观察'])
  expect(main).toMatchObject({
    ...{ title: '船厂的最后一个冬天', byline: '江边客', state: 'draft', startingViews: 1204, views: 1204 },
    categoryId: categories[0]?.id,
    publishTime: Date.parse('2024-02-05T11:12:13+08:00'),
  })
  expect(main?.doc.content?.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph'])
  expect(related).toMatchObject({
    title: '渡口的灯又亮了',
    startingViews: 33,
    characters: 0,
    categoryId: categories[0]?.id,
  })
  const [revision] = await app.client.revisions.list({ articleId: done.created[0] as never })
  expect(revision?.reason).toBe('import')
})

test('flags what the library has already', async () => {
  await app.client.articles.create({ title: '一碗面的价格' })
  const { batchId, items } = await app.client.importing.inspect({ files: [file('a.txt', page)] })
  expect(items[0]?.related.map(({ exists }) => exists)).toEqual([true, false])
  await commit(batchId, [{ index: 0 }])
  const again = await app.client.importing.inspect({ files: [file('a.txt', page)] })
  expect(again.items[0]?.exists).toBe(true)
})

test('a file that fails changes nothing for the others', async () => {
  const { batchId } = await app.client.importing.inspect({
    files: [file('a.txt', '甲\n\n正文'), file('b.txt', ''), file('c.txt', '丙\n\n正文')],
  })
  const done = await commit(batchId, [{ index: 0 }, { index: 1 }, { index: 2 }])
  expect(done).toMatchObject({ done: 3, failed: [{ fileName: 'b.txt', reason: 'empty' }] })
  expect(done.created).toHaveLength(2)
})

test('brings pictures of the file into the library and drops broken ones', async () => {
  const broken = 'data:image/png;base64,iVBORw0KGgoAAAA='
  const { batchId } = await app.client.importing.inspect({
    files: [file('a.html', `<h1>题</h1><p>正文</p><img src="${gif}" alt="点"><img src="${broken}">`)],
  })
  const done = await commit(batchId, [{ index: 0 }])
  const article = await app.client.articles.get({ id: done.created[0] as never })
  const { items } = await app.client.media.list({})
  expect(items).toMatchObject([{ mime: 'image/gif', width: 1, height: 1 }])
  expect(article.doc.content).toMatchObject([
    { type: 'paragraph' },
    { type: 'image', attrs: { media: items[0]?.id, alt: '点' } },
  ])
})

test('stops before what has not begun when the stream is ended', async () => {
  const files = Array.from({ length: 20 }, (_, index) => file(`${index}.txt`, `题 ${index}\n\n正文`))
  const { batchId } = await app.client.importing.inspect({ files })
  for await (const progress of await app.client.importing.commit({
    batchId,
    items: files.map((_, index) => ({ index })),
  })) {
    expect(progress.done).toBe(0)
    break
  }
  expect(await total()).toBe(0)
})

test('forgets a batch when it is discarded and after two hours', async () => {
  const first = await app.client.importing.inspect({ files: [file('a.txt', page)] })
  await app.client.importing.discard({ batchId: first.batchId })
  await expect(commit(first.batchId, [{ index: 0 }])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const second = await app.client.importing.inspect({ files: [file('a.txt', page)] })
  app.clock.advance(2 * 60 * 60 * 1000 + 1)
  await expect(commit(second.batchId, [{ index: 0 }])).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('leaves no temporary files behind', async () => {
  // A folder of its own: other tests import at the same time.
  const folder = mkdtempSync(join(tmpdir(), 'galley-temporary-'))
  vi.stubEnv('TMPDIR', folder)
  try {
    await app.client.importing.inspect({ files: [file('a.txt', page)] })
    expect(readdirSync(folder)).toHaveLength(1)
    await app.stop()
    expect(readdirSync(folder)).toEqual([])
  } finally {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  }
  app = await createTestCore()
})

test('imports files of the machine without asking', async () => {
  const path = join(app.folder, 'a.txt')
  writeFileSync(path, page)
  const outcomes: ImportProgress[] = []
  for await (const progress of app.core.importFiles([path, join(app.folder, 'none.txt')], {
    related: true,
  })) {
    outcomes.push(progress)
  }
  expect(outcomes.at(-1)).toMatchObject({ done: 2, failed: [{ fileName: 'none.txt', reason: 'unreadable' }] })
  expect(outcomes.at(-1)?.created).toHaveLength(3)
  expect((await app.client.categories.list()).map(({ name }) => name).sort()).toEqual([
    '产品运营',
    '城市观察',
  ])
})

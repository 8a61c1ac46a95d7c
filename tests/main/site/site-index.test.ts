import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { changed, doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
let ids: ArticleId[]
beforeEach(async () => {
  desk = await openSiteDesk()
  await desk.client.settings.update({ site: { pageSize: 5 } })
  const category = await desk.client.categories.create({ name: '业界动态', slug: 'industry' })
  ids = []
  for (let n = 0; n < 12; n++)
    ids.push(
      await desk.write({
        slug: `a-${n}`,
        categoryId: category.id,
        byline: `作者${n % 2}`,
        tags: ['算力', `标签${n % 3}`],
        publishTime: publishedAt - n * 86_400_000,
      }),
    )
  await desk.publish(ids)
})
afterEach(() => desk.close())

const article = (n: number) => ids[n] as ArticleId
const bytes = (files: ReturnType<SiteDesk['keptFiles']>) =>
  new Map(files.map((file) => [file.path, String(file.read())]))

/** Every file of an index that is kept all along, made: as one that is read anew makes it. */
async function after(change: () => unknown): Promise<string[]> {
  const before = bytes(desk.keptFiles())
  await change()
  const now = bytes(desk.keptFiles())
  expect(now).toEqual(bytes(desk.site().files()))
  return changed(before, now)
}

it('follows articles that come, change and go', async () => {
  const id = await desk.write({ slug: 'new', publishTime: publishedAt })
  expect(await after(() => desk.publish([id]))).toContain('2026/07/new.html')
  await desk.edit(id, { title: '改过的标题', publishTime: publishedAt - 40 * 86_400_000 })
  expect(await after(() => desk.publish([id]))).toContain('2026/06/new.html')
  expect(await after(() => desk.withdraw([id]))).toContain('index.html')
})

it('follows counts of views to the lists that show them', async () => {
  const files = await after(() => desk.countViews(article(7), 12))
  expect(files).toContain('fragments/views/0.json')
  expect(files).toContain('2026/07/a-7.html')
})

it('follows categories, tags and bylines that are renamed, merged and deleted', async () => {
  const { client } = desk
  const [category] = await client.categories.list()
  const other = await client.categories.create({ name: '用户研究', slug: 'research' })
  if (!category) throw new Error('no category')
  await after(() => client.categories.update({ id: category.id, name: '行业' }))
  await after(() => client.categories.merge({ id: category.id, intoId: other.id }))
  const [tag, second] = await client.tags.list({})
  const [byline] = await client.bylines.list({})
  if (!tag || !second || !byline) throw new Error('no labels')
  await after(() => client.tags.rename({ id: tag.id, name: '改名' }))
  await after(() => client.tags.merge({ id: tag.id, intoId: second.id }))
  await after(() => client.bylines.rename({ id: byline.id, name: '改名者' }))
  await after(() => client.bylines.delete({ id: byline.id }))
})

it('follows links to where their articles go, and to articles that were not there', async () => {
  const target = await desk.client.articles.get({ id: article(3) })
  const link = (uid: string) =>
    doc({
      type: 'paragraph',
      content: [{ type: 'text', text: '见此', marks: [{ type: 'link', attrs: { href: `article:${uid}` } }] }],
    })
  await desk.edit(article(0), { doc: link(target.uid) })
  await after(() => desk.publish([article(0)]))
  await desk.edit(article(3), { slug: 'moved' })
  expect(await after(() => desk.publish([article(3)]))).toContain('2026/07/a-0.html')
  expect(await after(() => desk.withdraw([article(3)]))).toContain('2026/07/a-0.html')
})

it('has nothing to follow when an article is only saved', async () => {
  expect(await after(() => desk.edit(article(2), { doc: doc(paragraph('还没有发布。')) }))).toEqual([])
})

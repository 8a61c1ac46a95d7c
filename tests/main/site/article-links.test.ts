import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NodeJson } from '#shared/document/document-json.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { changed, doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
beforeEach(async () => {
  desk = await openSiteDesk()
})
afterEach(() => desk.close())

const linkTo = (uid: string): NodeJson => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: '参见' },
    { type: 'text', text: '另一篇', marks: [{ type: 'link', attrs: { href: `article:${uid}` } }] },
  ],
})
const uidOf = async (id: ArticleId) => (await desk.client.articles.get({ id })).uid

it('a link follows the other article to its new address, and only pages that link are made again', async () => {
  const target = await desk.write({ slug: 'before', publishTime: publishedAt })
  const other = await desk.write({ slug: 'other', publishTime: publishedAt })
  const from = await desk.write({
    slug: 'from',
    publishTime: publishedAt,
    doc: doc(linkTo(await uidOf(target))),
  })
  await desk.publish([target, other, from])
  expect(desk.read('2026/07/from.html')).toContain('参见<a href="../../2026/07/before.html">另一篇</a>')

  const before = desk.keys()
  await desk.edit(target, { slug: 'after', slugIsAutomatic: false })
  const change = { publish: [await desk.pin(target)], withdraw: [], now: publishedAt }
  const planned = changed(before, desk.keys(change))
  expect(planned).toContain('2026/07/from.html')
  expect(planned).not.toContain('2026/07/other.html')
  desk.confirm(change)
  expect(desk.read('2026/07/from.html')).toContain('<a href="../../2026/07/after.html">另一篇</a>')
  expect(desk.site().article(from).html).toBe(desk.read('2026/07/from.html'))
})

it('while the other one is not on the site there is its text alone', async () => {
  const target = await desk.write({ slug: 'target', publishTime: publishedAt })
  const from = await desk.write({
    slug: 'from',
    publishTime: publishedAt,
    doc: doc(linkTo(await uidOf(target))),
  })
  await desk.publish([from])
  expect(desk.read('2026/07/from.html')).toContain('<p>参见另一篇</p>')
  await desk.publish([target])
  expect(desk.read('2026/07/from.html')).toContain('href="../../2026/07/target.html"')
  desk.withdraw([target])
  expect(desk.read('2026/07/from.html')).toContain('<p>参见另一篇</p>')
})

it('tells what can be linked to, what a link names and who links here', async () => {
  const target = await desk.write({ title: '边缘计算的账本' })
  const from = await desk.write({ title: '引用者', doc: doc(linkTo(await uidOf(target)), paragraph('边缘')) })
  const uid = await uidOf(target)
  expect((await desk.client.links.find({ text: '边缘' })).map(({ id }) => id)).toEqual([target, from])
  expect((await desk.client.links.find({ text: '' })).map(({ id }) => id)).toContain(target)
  expect(await desk.client.links.resolve({ uids: [uid, 'no-such-uid'] })).toEqual([
    { id: target, uid, title: '边缘计算的账本', state: 'draft', trashed: false },
  ])
  expect((await desk.client.links.backlinks({ articleId: target })).map(({ id }) => id)).toEqual([from])
  await desk.edit(from, { doc: doc(paragraph('不再引用')) })
  expect(await desk.client.links.backlinks({ articleId: target })).toEqual([])
})

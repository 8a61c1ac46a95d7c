import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
beforeEach(async () => {
  desk = await openSiteDesk()
})
afterEach(() => desk.close())

const now = publishedAt + 5_000

describe('preview', () => {
  it('is byte for byte what is published', async () => {
    const category = await desk.client.categories.create({ name: '业界动态' })
    const ids: ArticleId[] = []
    for (let n = 0; n < 12; n++)
      ids.push(
        await desk.write({
          categoryId: n % 2 ? category.id : null,
          byline: '作者',
          tags: ['算力', `标签${n}`],
          publishTime: n % 3 ? publishedAt - n * 1000 : null,
          startingViews: n,
        }),
      )
    await desk.publish(ids.slice(0, 6))
    await desk.edit(ids[1] as ArticleId, { title: '改过', doc: doc(paragraph('改过的正文。')) })
    for (const id of ids) {
      const preview = desk.site({ publish: [], withdraw: [], now }).article(id)
      const change = { publish: [await desk.pin(id)], withdraw: [], now }
      const sent = desk.read(preview.path, change)
      expect(preview.html).toBe(sent)
    }
    // And what stands there after the deploy.
    for (const id of ids) {
      const preview = desk.site({ publish: [], withdraw: [], now }).article(id)
      await desk.publish([id], now)
      expect(desk.read(preview.path)).toBe(preview.html)
    }
  })

  it('shows what the editor holds and has not saved', async () => {
    const id = await desk.write({ title: '旧', slug: 'working' })
    const { client } = desk
    const { path, html } = await client.preview.render({
      articleId: id,
      working: { title: '新', slug: 'renamed', byline: '新人', tags: ['新标签'], publishTime: publishedAt },
    })
    expect(path).toBe('2026/07/renamed.html')
    expect(html).toContain('<h1>新</h1>')
    expect(html).toContain('>新人</a>')
    expect(html).toContain('>新标签</a>')
    expect((await client.articles.get({ id })).title).toBe('旧')
  })

  it('shows the other pages of the site, and nothing that is none', async () => {
    const { client } = desk
    const id = await desk.write({ title: '一篇', slug: 'one', publishTime: publishedAt })
    await desk.publish([id])
    for (const path of ['', 'index.html', desk.site().pathOf(id) ?? ''])
      expect((await client.preview.page({ path })).html, path).toContain('一篇')
    for (const path of ['nothing.html', 'feed.xml', 'assets/style.css', '../library.db'])
      await expect(client.preview.page({ path }), path).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { entity: 'page' },
      })
  })

  it('leaves no trace on the site', async () => {
    const id = await desk.write({ slug: 'draft' })
    await desk.client.preview.render({ articleId: id })
    expect(desk.paths().filter((path) => path.startsWith('20'))).toEqual([])
    expect(desk.site().pathOf(id)).toBeNull()
    const page = desk.site({ publish: [], withdraw: [], now })
    expect(page.respond(page.article(id).path)?.status).toBe(200)
  })

  it('keeps edits that nobody confirmed away from the site', async () => {
    const id = await desk.write({ title: '确认过', slug: 'live', publishTime: publishedAt })
    await desk.publish([id])
    const before = desk
      .site()
      .files()
      .map((file) => String(file.read()))
    await desk.edit(id, {
      title: '没确认',
      doc: doc(paragraph('没确认')),
      tags: ['没确认'],
      byline: '没确认',
    })
    const after = desk
      .site()
      .files()
      .map((file) => String(file.read()))
    expect(after).toEqual(before)
  })

  it('and deploys keep to the pinned revision, whatever is saved meanwhile', async () => {
    const category = await desk.client.categories.create({ name: '业界动态' })
    const id = await desk.write({
      title: '确认过',
      slug: 'pinned',
      categoryId: category.id,
      tags: ['甲', '乙'],
      byline: '小生',
      publishTime: publishedAt,
    })
    const other = await desk.write({ slug: 'other', tags: ['甲', '乙'], byline: '小生' })
    const change = { publish: [await desk.pin(id), await desk.pin(other)], withdraw: [], now }
    const all = () =>
      desk
        .site(change)
        .files()
        .map((file) => [file.path, file.key, String(file.read())])
    const before = all()
    await desk.edit(id, {
      title: '没确认',
      dek: '没确认',
      slug: 'elsewhere',
      slugIsAutomatic: false,
      categoryId: null,
      doc: doc(paragraph('没确认')),
      tags: [],
      byline: '',
    })
    expect(all()).toEqual(before)
    desk.confirm(change)
    expect(
      desk
        .site()
        .files()
        .map((file) => [file.path, file.key, String(file.read())]),
    ).toEqual(before)
  })

  it('answers NOT_FOUND for an article that is not there', async () => {
    await expect(desk.client.preview.render({ articleId: 999 as ArticleId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

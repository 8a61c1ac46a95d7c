import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { changed, doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
let ids: ArticleId[]
beforeEach(async () => {
  desk = await openSiteDesk()
  await desk.client.settings.update({ site: { pageSize: 5, title: '知行周报' } })
  const category = await desk.client.categories.create({ name: '业界动态', slug: 'industry' })
  await desk.client.categories.create({ name: '用户研究', slug: 'research' })
  ids = []
  for (let n = 0; n < 22; n++)
    ids.push(
      await desk.write({
        slug: `a-${n}`,
        categoryId: category.id,
        byline: `作者${n % 2}`,
        tags: [n % 3 === 0 ? '算力' : '模型'],
        publishTime: publishedAt - n * 86_400_000,
      }),
    )
  await desk.publish(ids)
})
afterEach(() => desk.close())

const pending = async (id: ArticleId, now = publishedAt + 1000) => ({
  publish: [await desk.pin(id)],
  withdraw: [],
  now,
})

describe('keys', () => {
  it('of a change are those of the site once it is confirmed, and so are the bytes', async () => {
    const id = await desk.write({ slug: 'new', tags: ['新'], byline: '新人' })
    await desk.edit(ids[3] as ArticleId, { title: '改过的标题' })
    const change = {
      publish: [await desk.pin(id), await desk.pin(ids[3] as ArticleId)],
      withdraw: [ids[5] as ArticleId],
      now: publishedAt + 86_400_000,
    }
    const before = desk.site(change).files()
    const bytes = before.map((file) => String(file.read()))
    desk.confirm(change)
    const after = desk.site().files()
    expect(after.map(({ path, key }) => [path, key])).toEqual(before.map(({ path, key }) => [path, key]))
    expect(after.map((file) => String(file.read()))).toEqual(bytes)
  })

  it('change nothing when an article is published again as it is', async () => {
    expect(changed(desk.keys(), desk.keys(await pending(ids[4] as ArticleId)))).toEqual([])
  })

  it('change the page, the feeds and its month when a body changes', async () => {
    const before = desk.keys()
    await desk.edit(ids[0] as ArticleId, {
      dek: '',
      doc: doc(paragraph('第1篇的正文。'), paragraph('多一段。')),
    })
    expect(changed(before, desk.keys(await pending(ids[0] as ArticleId))).sort()).toEqual([
      '2026/07/a-0.html',
      'atom.xml',
      'feed.json',
      'feed.xml',
      'sitemap.xml',
      'sitemaps/2026-07.xml',
    ])
  })

  it('change the lists that show it too when a title changes', async () => {
    const before = desk.keys()
    await desk.edit(ids[20] as ArticleId, { title: '新的标题' })
    expect(changed(before, desk.keys(await pending(ids[20] as ArticleId))).sort()).toEqual([
      '2026/07/a-20.html',
      'atom.xml',
      'byline/zuo-zhe-0/page/1.html',
      'category/industry/page/1.html',
      'feed.json',
      'feed.xml',
      'page/1.html',
      'sitemap.xml',
      'sitemaps/2026-07.xml',
      'tag/mo-xing/page/1.html',
    ])
  })

  it('leave older list pages alone when an article is added', async () => {
    const before = desk.keys()
    const id = await desk.write({ slug: 'new', publishTime: publishedAt + 1000 })
    const after = changed(before, desk.keys(await pending(id)))
    expect(after.filter((path) => path.includes('page/'))).toEqual([])
    expect(after.sort()).toEqual([
      '2026/07/new.html',
      'atom.xml',
      'feed.json',
      'feed.xml',
      'fragments/newest.json',
      'fragments/views/0.json',
      'index.html',
      'sitemap.xml',
      'sitemaps/2026-07.xml',
    ])
  })

  it('change one small file when an article is read', () => {
    const before = desk.keys()
    desk.countViews(ids[2] as ArticleId, 7)
    expect(changed(before, desk.keys())).toEqual(['fragments/views/0.json'])
    expect(JSON.parse(desk.read('fragments/views/0.json'))[String(ids[2])]).toBe(7)
    expect(desk.read('2026/07/a-2.html')).toContain(`<span data-views="${ids[2]}">7</span>`)
  })

  it('change fragments alone when the hot links change', async () => {
    const before = desk.keys()
    await desk.client.settings.update({
      site: { hotLinks: [{ label: '热', url: 'https://hot.example.com/' }] },
    })
    expect(changed(before, desk.keys())).toEqual(['fragments/hot-links.json'])
  })

  it('change what mentions a category when it is renamed', async () => {
    const research = (await desk.client.categories.list()).find(({ slug }) => slug === 'research')
    const before = desk.keys()
    const below = await desk.client.categories.create({
      name: '访谈',
      slug: 'interviews',
      parentId: research?.id ?? null,
    })
    expect(changed(before, desk.keys()).sort()).toEqual([
      'category/interviews/index.html',
      'category/research/index.html',
      'fragments/related/interviews.json',
      'sitemaps/pages.xml',
    ])
    const between = desk.keys()
    await desk.client.categories.update({ id: below.id, name: '深访' })
    expect(changed(between, desk.keys()).sort()).toEqual([
      'category/interviews/index.html',
      'category/research/index.html',
    ])
  })

  it('change every page when the name of the site does', async () => {
    const before = desk.keys()
    await desk.client.settings.update({ site: { title: '另一个名字' } })
    const pages = [...before.keys()].filter((path) => path.endsWith('.html'))
    expect(changed(before, desk.keys())).toEqual(expect.arrayContaining(pages))
  })
})

describe('files', () => {
  it('come in the order in which they may be sent, each once', async () => {
    await desk.edit(ids[0] as ArticleId, { slug: 'moved', slugIsAutomatic: false })
    await desk.publish([ids[0] as ArticleId])
    const files = desk.site().files()
    const order = ['asset', 'media', 'article', 'redirect', 'list', 'feed', 'fragment']
    const kinds = files.map((file) => order.indexOf(file.kind))
    expect(kinds).toEqual([...kinds].sort((a, b) => a - b))
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length)
    for (const { path } of files) expect(path).toMatch(/^[a-z0-9][a-z0-9./_-]*$/)
  })

  it('are found one by one with the same bytes', () => {
    const site = desk.site()
    for (const file of site.files()) {
      // A site of its own, so that nothing is loaded yet.
      const found = desk.site().respond(file.path)
      expect(String(found?.body), file.path).toBe(String(file.read()))
    }
    expect(site.respond('nothing.html')).toBeNull()
    expect(site.respond('../library.db')).toBeNull()
    expect(site.respond('category/industry/')?.contentType).toBe('text/html; charset=utf-8')
  })

  it('hold the pictures that the site shows, and no others', async () => {
    const svg = (fill: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" viewBox="0 0 4 3"><rect width="4" height="3" fill="${fill}"/></svg>`
    const upload = (fill: string) =>
      desk.client.media.upload({ file: new File([svg(fill)], 'p.svg', { type: 'image/svg+xml' }) })
    const [inBody, asCover, unused] = [await upload('red'), await upload('green'), await upload('blue')]
    const id = await desk.write({
      slug: 'pictures',
      cover: asCover.id,
      publishTime: publishedAt,
      doc: doc({ type: 'image', attrs: { media: inBody.id, alt: '说明' } }),
    })
    await desk.publish([id])
    const media = () =>
      desk
        .site()
        .files()
        .filter((file) => file.kind === 'media')
    expect(media().map((file) => file.path)).toEqual(
      [inBody.id, asCover.id].sort().map((hash) => `media/${hash}.svg`),
    )
    expect(media()[0]?.read()).toHaveProperty('copyFrom')
    expect(desk.read('2026/07/pictures.html')).toContain(`src="../../media/${inBody.id}.svg" alt="说明"`)
    // A preview shows what is not published as well.
    expect(desk.site().respond(`media/${unused.id}.svg`)?.contentType).toBe('image/svg+xml')
    desk.withdraw([id])
    expect(media()).toEqual([])
  })
})

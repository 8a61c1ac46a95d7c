import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TagId } from '#shared/model/ids.ts'
import { doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
beforeEach(async () => {
  desk = await openSiteDesk()
  await desk.client.settings.update({
    site: {
      title: '知行周报',
      tagline: '写给做事的人',
      baseUrl: 'https://news.example.com/zx/',
      hotLinks: [
        { label: '百度热点', url: 'https://top.example.com/?a=1&b=2' },
        { label: '雪球网', url: 'https://xueqiu.example.com/' },
      ],
    },
  })
})
afterEach(() => desk.close())

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><rect width="40" height="30"/></svg>'

const texts = (nodes: Iterable<Element>) => [...nodes].map((node) => node.textContent?.trim())

describe('the article page', () => {
  it('shows every fact of an article', async () => {
    const industry = await desk.client.categories.create({ name: '业界动态' })
    const models = await desk.client.categories.create({ name: '大模型', parentId: industry.id })
    const cover = await desk.client.media.upload({
      file: new File([picture], 'cover.svg', { type: 'image/svg+xml' }),
    })
    const others = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        desk.write({ title: `同栏${n}`, categoryId: models.id, publishTime: publishedAt - n * 60_000 }),
      ),
    )
    const id = await desk.write({
      title: '再造“时刻”',
      dek: '一句提要',
      slug: 'moment',
      categoryId: models.id,
      byline: '快照小生',
      sourceName: '某研究院',
      sourceUrl: 'https://source.example.com/?x=1&y=2',
      tags: ['AI', '算力'],
      cover: cover.id,
      coverAlt: '封面说明',
      publishTime: publishedAt,
      startingViews: 129,
      doc: doc(
        paragraph('第一段。'),
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '小标题' }] },
        paragraph('第二段。'),
      ),
    })
    await desk.publish([...others, id])

    const { document } = parseHTML(desk.read('2026/07/moment.html'))
    const story = document.querySelector('.story') as Element
    expect(story.querySelector('h1')?.textContent).toBe('再造“时刻”')
    expect(story.querySelector('.dek')?.textContent).toBe('一句提要')
    expect(texts(story.querySelectorAll('.breadcrumb a'))).toEqual(['业界动态', '大模型'])
    expect(story.querySelector('header time')?.textContent).toBe('2026-07-31 11:36:49')
    expect(story.querySelector('header time')?.getAttribute('datetime')).toBe('2026-07-31T11:36:49+08:00')
    expect(story.querySelector('.byline')?.textContent).toBe('快照小生')
    expect(story.querySelector('.views')?.textContent).toBe('阅读:129')
    expect(story.querySelector(`[data-views="${id}"]`)?.textContent).toBe('129')
    expect(story.querySelector('a[href^="https://source"]')?.textContent).toBe('某研究院')
    expect(story.querySelector('.cover')?.getAttribute('src')).toBe(`../../media/${cover.id}.svg`)
    expect(story.querySelector('.cover')?.getAttribute('alt')).toBe('封面说明')
    expect(texts(story.querySelectorAll('.body > *'))).toEqual(['第一段。', '小标题', '第二段。'])
    expect(texts(story.querySelectorAll('.chips a'))).toEqual(['AI', '算力'])

    const related = document.querySelector('.related') as Element
    expect(related.querySelector('h2')?.textContent).toBe('相关文章')
    expect(texts(related.querySelectorAll('li a.brief-title'))).toEqual(['同栏1', '同栏2', '同栏3'])
    expect(texts(related.querySelectorAll('li time'))[0]).toBe('2026-07-31 11:35:49')
    expect(texts(related.querySelectorAll('li .views'))[0]).toBe('阅读:0')

    const side = document.querySelector('.side') as Element
    expect(texts(side.querySelectorAll('h2'))).toEqual(['热榜', '最新帖子'])
    expect([...side.querySelectorAll('.hot-links > li a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://top.example.com/?a=1&b=2',
      'https://xueqiu.example.com/',
    ])
    expect(texts(side.querySelectorAll('.briefs > li a.brief-title'))).toEqual([
      '同栏1',
      '同栏2',
      '同栏3',
      '同栏4',
    ])
  })

  it('tells machines what it is, with absolute addresses', async () => {
    const id = await desk.write({
      title: '标题 </script><b>',
      slug: 'ld',
      byline: '作者',
      publishTime: publishedAt,
    })
    await desk.publish([id])
    const { document } = parseHTML(desk.read('2026/07/ld.html'))
    const meta = (name: string) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content')
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://news.example.com/zx/2026/07/ld.html',
    )
    expect(meta('og:title')).toBe('标题 </script><b>')
    expect(meta('og:type')).toBe('article')
    expect(meta('article:published_time')).toBe('2026-07-31T11:36:49+08:00')
    const scripts = document.querySelectorAll('script[type="application/ld+json"]')
    expect(scripts.length).toBe(1)
    const [article, breadcrumb] = JSON.parse(scripts[0]?.textContent ?? '')
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      headline: '标题 </script><b>',
      datePublished: '2026-07-31T11:36:49+08:00',
      mainEntityOfPage: 'https://news.example.com/zx/2026/07/ld.html',
      author: [{ name: '作者' }],
      publisher: { name: '知行周报' },
    })
    expect(breadcrumb['@type']).toBe('BreadcrumbList')
    expect(
      [...document.querySelectorAll('link[rel=alternate]')].map((link) => link.getAttribute('href')),
    ).toEqual(['../../feed.xml', '../../atom.xml', '../../feed.json'])
  })

  it('asks nothing of other hosts and runs no inline script', async () => {
    const id = await desk.write({ slug: 'alone', publishTime: publishedAt })
    await desk.publish([id])
    const { document } = parseHTML(desk.read('2026/07/alone.html'))
    const loaded = [...document.querySelectorAll('script[src], img, link[rel=stylesheet], link[rel=icon]')]
    for (const element of loaded)
      expect(element.getAttribute('src') ?? element.getAttribute('href')).toMatch(/^\.\.\/\.\.\//)
    const inline = [...document.querySelectorAll('script:not([src])')]
    expect(inline.map((script) => script.getAttribute('type'))).toEqual(['application/ld+json'])
    expect(document.querySelectorAll('style, [style], [onload], [onclick]').length).toBe(0)
  })

  it('escapes hostile words wherever they stand', async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='x'>{{ site.title }}`
    const category = await desk.client.categories.create({ name: evil.slice(0, 60), slug: 'evil' })
    const id = await desk.write({
      title: evil,
      dek: evil,
      slug: 'evil',
      byline: evil,
      tags: [evil.slice(0, 60)],
      categoryId: category.id,
      sourceName: evil,
      sourceUrl: 'javascript:alert(1)',
      publishTime: publishedAt,
      doc: doc(paragraph(evil)),
    })
    const other = await desk.write({ categoryId: category.id, slug: 'other', publishTime: publishedAt })
    await desk.publish([id, other])
    for (const file of desk.site().files()) {
      if (!file.path.endsWith('.html')) continue
      const html = String(file.read())
      const { document } = parseHTML(html)
      expect(document.querySelectorAll('script:not([src]):not([type])').length, file.path).toBe(0)
      expect(document.querySelectorAll('[onerror]').length, file.path).toBe(0)
      expect(document.querySelectorAll('[href^="javascript:"]').length, file.path).toBe(0)
      expect(html, file.path).not.toContain('<script>alert')
    }
    expect(desk.read('2026/07/evil.html')).toContain('{{ site.title }}')
  })

  it('says when it was changed after publication', async () => {
    const id = await desk.write({ slug: 'again', publishTime: publishedAt })
    await desk.publish([id])
    expect(desk.read('2026/07/again.html')).not.toContain('更新于')
    await desk.publish([id], publishedAt + 60_000)
    expect(desk.read('2026/07/again.html')).not.toContain('更新于')
    await desk.edit(id, { doc: doc(paragraph('改过。')) })
    await desk.publish([id], publishedAt + 3_600_000)
    expect(desk.read('2026/07/again.html')).toContain('更新于 <time datetime="2026-07-31T12:36:49+08:00">')
  })

  it('speaks the language of the site', async () => {
    const id = await desk.write({
      title: 'Hello',
      slug: 'hello',
      byline: 'Someone',
      publishTime: publishedAt,
    })
    await desk.publish([id])
    await desk.client.settings.update({ site: { language: 'en-GB', timeZone: 'America/New_York' } })
    const html = desk.read('2026/07/hello.html')
    expect(html).toContain('<html lang="en-GB"')
    expect(html).toContain('Views: ')
    expect(html).toContain('2026-07-30 23:36:49')
    expect(html).toContain('2026-07-30T23:36:49-04:00')
    expect(desk.read('byline/someone/index.html')).toContain('<p class="range">1 article</p>')
  })
})

describe('lists', () => {
  it('have a page for each category with what is below it, each tag and each byline', async () => {
    const top = await desk.client.categories.create({
      name: '业界动态',
      slug: 'industry',
      description: '一句说明',
    })
    const below = await desk.client.categories.create({ name: '大模型', slug: 'llm', parentId: top.id })
    const a = await desk.write({ title: '甲', categoryId: top.id, tags: ['算力'], publishTime: publishedAt })
    const b = await desk.write({
      title: '乙',
      categoryId: below.id,
      byline: '小生',
      publishTime: publishedAt + 1000,
    })
    await desk.publish([a, b])
    const titles = (path: string) => {
      const { document } = parseHTML(desk.read(path))
      return texts(document.querySelectorAll('.item h2'))
    }
    expect(titles('index.html')).toEqual(['乙', '甲'])
    expect(titles('category/industry/index.html')).toEqual(['乙', '甲'])
    expect(titles('category/llm/index.html')).toEqual(['乙'])
    expect(titles('tag/suan-li/index.html')).toEqual(['甲'])
    expect(titles('byline/xiao-sheng/index.html')).toEqual(['乙'])
    const { document } = parseHTML(desk.read('category/industry/index.html'))
    expect(texts(document.querySelectorAll('.list-header .chips a'))).toEqual(['大模型'])
    expect(document.querySelector('.list-description')?.textContent).toBe('一句说明')
    expect(document.querySelector('.item .views')?.textContent).toBe('阅读:0')
    expect(document.querySelector('[aria-current]')?.textContent).toBe('业界动态')
  })

  it('say so when there is nothing yet', () => {
    expect(desk.read('index.html')).toContain('这里还没有文章。')
  })

  it('lead from page to page without gaps', async () => {
    await desk.client.settings.update({ site: { pageSize: 5 } })
    const ids = []
    for (let n = 0; n < 23; n++) ids.push(await desk.write({ publishTime: publishedAt - n * 1000 }))
    await desk.publish(ids)
    const seen: string[] = []
    let path: string | null = 'index.html'
    const visited: string[] = []
    while (path) {
      visited.push(path)
      const { document } = parseHTML(desk.read(path))
      for (const link of document.querySelectorAll('.item h2 a')) seen.push(link.textContent ?? '')
      const older = document.querySelector('.pager .older')?.getAttribute('href')
      path = older ? new URL(older, `https://x/${path}`).pathname.slice(1) : null
    }
    expect(visited).toEqual(['index.html', 'page/3.html', 'page/2.html', 'page/1.html'])
    expect(seen).toEqual(Array.from({ length: 23 }, (_, n) => `第${n + 1}篇`))
    const { document } = parseHTML(desk.read('page/3.html'))
    expect(document.querySelector('.pager .newer')?.getAttribute('href')).toBe('../')
  })
})

describe('the other pages', () => {
  it('lead home from a 404 at any depth', () => {
    const { document } = parseHTML(desk.read('404.html'))
    expect(document.querySelector('.button')?.getAttribute('href')).toBe('/zx/')
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
  })

  it('redirect from addresses that were left', async () => {
    const id = await desk.write({ slug: 'first', publishTime: publishedAt })
    await desk.publish([id])
    await desk.edit(id, { slug: 'second', slugIsAutomatic: false })
    const change = { publish: [await desk.pin(id)], withdraw: [], now: publishedAt + 1 }
    expect(desk.paths(change)).toContain('2026/07/first.html')
    desk.confirm(change)
    const { document } = parseHTML(desk.read('2026/07/first.html'))
    expect(document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
      '0; url=../../2026/07/second.html',
    )
    // No chains: a further move takes the first address along.
    await desk.edit(id, { publishTime: Date.UTC(2026, 7, 2) })
    await desk.publish([id], publishedAt + 2)
    expect(desk.read('2026/07/first.html')).toContain('../../2026/08/second.html')
    expect(desk.read('2026/07/second.html')).toContain('../../2026/08/second.html')
    // Back to the first address: the page wins, nothing points at itself.
    await desk.edit(id, { slug: 'first', publishTime: publishedAt })
    await desk.publish([id], publishedAt + 3)
    expect(desk.read('2026/07/first.html')).toContain('class="story"')
    desk.withdraw([id])
    expect(desk.paths().filter((path) => path.startsWith('2026/'))).toEqual([])
  })

  it('redirect from a merged tag only where the other one has a page, and not from a new one', async () => {
    const tagged = async (name: string, slug: string) => {
      const id = await desk.write({ slug, tags: [name], publishTime: publishedAt })
      await desk.publish([id])
      return id
    }
    const tag = async (name: string) => {
      const found = (await desk.client.tags.list({ query: name })).find((one) => one.name === name)
      return found?.id as TagId
    }
    const tagFiles = () => desk.paths().filter((path) => path.startsWith('tag/'))
    const before = tagFiles()
    await tagged('旧名', 'with-old')
    const other = await tagged('新名', 'with-new')
    await desk.client.tags.merge({ id: await tag('旧名'), intoId: await tag('新名') })
    expect(desk.read('tag/jiu-ming/index.html')).toContain('url=../../tag/xin-ming/')

    // The name comes back into use: its page stands at its address, once.
    const again = await tagged('旧名', 'with-old-again')
    expect(tagFiles()).toEqual([...before, 'tag/jiu-ming/index.html', 'tag/xin-ming/index.html'])
    expect(desk.read('tag/jiu-ming/index.html')).toContain('with-old-again.html')
    desk.withdraw([again])
    expect(tagFiles()).toEqual([...before, 'tag/jiu-ming/index.html', 'tag/xin-ming/index.html'])

    // Nothing carries the other one any more, so there is nowhere to lead to.
    const { items } = await desk.client.articles.list({ filter: { tag: '新名' } })
    desk.withdraw([other, ...items.map(({ id }) => id)])
    expect(tagFiles()).toEqual(before)
  })

  it('a new category at the address of a merged one has that page alone', async () => {
    const old = await desk.client.categories.create({ name: '老栏目', slug: 'kept-address' })
    const into = await desk.client.categories.create({ name: '新栏目', slug: 'into' })
    await desk.client.categories.merge({ id: old.id, intoId: into.id })
    expect(desk.read('category/kept-address/index.html')).toContain('url=../../category/into/')
    await desk.client.categories.create({ name: '另一栏目', slug: 'kept-address' })
    expect(desk.paths().filter((path) => path === 'category/kept-address/index.html')).toHaveLength(1)
    expect(desk.read('category/kept-address/index.html')).toContain('另一栏目')
  })

  it('keep two articles apart that want one address', async () => {
    const a = await desk.write({ title: '甲', slug: 'same', publishTime: publishedAt })
    await desk.publish([a])
    await desk.edit(a, { slug: 'moved', slugIsAutomatic: false })
    const b = await desk.write({ title: '乙', slug: 'same', publishTime: publishedAt })
    await desk.publish([b])
    expect(desk.site().pathOf(a)).toBe('2026/07/same.html')
    expect(desk.site().pathOf(b)).toBe(`2026/07/same-${b}.html`)
    await desk.publish([a])
    expect(desk.site().pathOf(a)).toBe('2026/07/moved.html')
    expect(desk.site().pathOf(b)).toBe(`2026/07/same-${b}.html`)
    expect(desk.read('2026/07/same.html')).toContain('url=../../2026/07/moved.html')
  })

  it('let two articles exchange their addresses in one change', async () => {
    const a = await desk.write({ title: '甲', slug: 'one', publishTime: publishedAt })
    const b = await desk.write({ title: '乙', slug: 'two', publishTime: publishedAt })
    await desk.publish([a, b])
    await desk.edit(a, { slug: 'three', slugIsAutomatic: false })
    await desk.edit(b, { slug: 'one', slugIsAutomatic: false })
    await desk.edit(a, { slug: 'two', slugIsAutomatic: false })
    await desk.publish([a, b])
    expect(desk.site().pathOf(a)).toBe('2026/07/two.html')
    expect(desk.site().pathOf(b)).toBe('2026/07/one.html')
    expect(desk.read('2026/07/one.html')).toContain('<h1>乙</h1>')
  })
})

import Database from 'better-sqlite3'
import { DOMParser, parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { databaseFile } from '../../../src/main/core/database/open-library.ts'
import { absoluteLinks } from '../../../src/main/core/site/feeds/feed-entry.ts'
import { doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
let first: ArticleId
beforeEach(async () => {
  desk = await openSiteDesk()
  await desk.client.settings.update({
    site: { title: '知行 & 周报', tagline: '<提要>', baseUrl: 'https://news.example.com/zx/' },
  })
  first = await desk.write({
    title: '甲 & <乙> ]]>',
    dek: '提要\u0007',
    slug: 'first',
    byline: '快照小生',
    tags: ['算力'],
    publishTime: publishedAt,
    doc: doc(
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: '站内',
            marks: [{ type: 'link', attrs: { href: '../06/other.html?a=1&b=2' } }],
          },
        ],
      },
      paragraph('href="../../x" 不是属性\u0008'),
    ),
  })
  const second = await desk.write({
    title: '第二篇',
    slug: 'second',
    publishTime: publishedAt - 86_400_000 * 40,
  })
  await desk.publish([first, second])
})
afterEach(() => desk.close())

const xml = (text: string) => new DOMParser().parseFromString(text, 'text/xml')
/** Well-formed enough to matter: every tag closed in order, every ampersand an entity, no forbidden character. */
function expectWellFormed(text: string): void {
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n</)
  expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/)
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  const open: string[] = []
  for (const [, close, name, empty] of text.matchAll(/<(\/)?([a-z][\w:.-]*)(?:\s[\w:]+="[^"<]*")*(\/)?>/gi)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name as string)
  }
  expect(open).toEqual([])
  expect(text.replace(/<[^<>]*>/g, '')).not.toContain('<')
}

describe('feeds', () => {
  it('carry whole articles with absolute addresses', () => {
    const rss = desk.read('feed.xml')
    expectWellFormed(rss)
    const items = xml(rss).querySelectorAll('item')
    expect(items.length).toBe(2)
    const text = (name: string) => items[0]?.getElementsByTagName(name)[0]?.textContent
    expect(text('title')).toBe('甲 & <乙> ]]>')
    expect(text('link')).toBe('https://news.example.com/zx/2026/07/first.html')
    expect(text('pubDate')).toBe('Fri, 31 Jul 2026 03:36:49 GMT')
    expect(text('dc:creator')).toBe('快照小生')
    const { document } = parseHTML(`<body>${text('content:encoded')}</body>`)
    expect(document.querySelector('a')?.getAttribute('href')).toBe(
      'https://news.example.com/zx/2026/06/other.html?a=1&b=2',
    )
    expect(document.querySelectorAll('p')[1]?.textContent).toBe('href="../../x" 不是属性')
  })

  it('come as Atom', () => {
    const atom = desk.read('atom.xml')
    expectWellFormed(atom)
    const entry = xml(atom).querySelector('entry')
    expect(entry?.querySelector('published')?.textContent).toBe('2026-07-31T03:36:49.000Z')
    expect(entry?.querySelector('author name')?.textContent).toBe('快照小生')
    expect(xml(atom).querySelector('feed > link[rel=self]')?.getAttribute('href')).toBe(
      'https://news.example.com/zx/atom.xml',
    )
  })

  it('come as JSON Feed', () => {
    const feed = JSON.parse(desk.read('feed.json'))
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    expect(feed.items[0]).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      url: 'https://news.example.com/zx/2026/07/first.html',
      title: '甲 & <乙> ]]>',
      tags: ['算力'],
      authors: [{ name: '快照小生' }],
    })
    expect(feed.items[0].content_html).toContain(
      'href="https://news.example.com/zx/2026/06/other.html?a=1&amp;b=2"',
    )
  })

  const named = () => {
    const rss = xml(desk.read('feed.xml')).querySelector('item > guid')
    return {
      rss: rss?.textContent,
      isPermaLink: rss?.getAttribute('isPermaLink'),
      atom: xml(desk.read('atom.xml')).querySelector('entry > id')?.textContent,
      json: JSON.parse(desk.read('feed.json')).items[0].id,
    }
  }
  const move = async () => {
    await desk.edit(first, { slug: 'moved', slugIsAutomatic: false })
    await desk.publish([first])
    expect(desk.read('feed.xml')).toContain('<link>https://news.example.com/zx/2026/07/moved.html</link>')
  }

  it('know an article that moved by the name it had', async () => {
    const before = named()
    const name = before.json
    expect(before).toEqual({ rss: name, isPermaLink: 'false', atom: name, json: name })
    await move()
    expect(named()).toEqual(before)
  })

  it('know one by its address that they knew by it before', async () => {
    const db = new Database(databaseFile(desk.folder))
    db.prepare('INSERT INTO feed_paths VALUES (?, ?)').run(first, '2026/07/first.html')
    db.close()
    const name = 'https://news.example.com/zx/2026/07/first.html'
    expect(named()).toEqual({ rss: name, isPermaLink: 'true', atom: name, json: name })
    await move()
    expect(named()).toEqual({ rss: name, isPermaLink: 'false', atom: name, json: name })
  })

  it('leave addresses that are absolute as they are', () => {
    const html =
      '<p><a href="mailto:a@b.c">x</a><img src="../../media/a.png"><a href="https://e.com/?a=1&amp;b=2">y</a></p>'
    expect(absoluteLinks(html, 'https://s.example/2026/07/a.html')).toBe(
      '<p><a href="mailto:a@b.c">x</a><img src="https://s.example/media/a.png"><a href="https://e.com/?a=1&amp;b=2">y</a></p>',
    )
  })
})

describe('sitemaps', () => {
  it('are split by month behind an index that robots.txt names', () => {
    const index = desk.read('sitemap.xml')
    expectWellFormed(index)
    const urls = (text: string) => [...xml(text).querySelectorAll('loc')].map((loc) => loc.textContent)
    expect(urls(index).sort()).toEqual([
      'https://news.example.com/zx/sitemaps/2026-06.xml',
      'https://news.example.com/zx/sitemaps/2026-07.xml',
      'https://news.example.com/zx/sitemaps/pages.xml',
    ])
    const month = desk.read('sitemaps/2026-07.xml')
    expectWellFormed(month)
    expect(urls(month)).toEqual(['https://news.example.com/zx/2026/07/first.html'])
    expect(xml(month).querySelector('lastmod')?.textContent).toBe('2026-07-31T11:36:49+08:00')
    expect(urls(desk.read('sitemaps/pages.xml'))).toContain(
      'https://news.example.com/zx/byline/kuai-zhao-xiao-sheng/',
    )
    expect(desk.read('robots.txt')).toContain('Sitemap: https://news.example.com/zx/sitemap.xml')
  })
})

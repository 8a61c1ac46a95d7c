import { expect, test } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { parseHtml } from '../../../src/main/core/importing/html.ts'

const parse = (text: string) => parseHtml({ fileName: 'a.html', text }, { timeZone: 'Asia/Shanghai' })
const html = (doc: DocumentJson) => renderDocumentHtml(doc, { mediaUrl: () => null })
const filler = '这是一段足够长的正文,用来让算法看出哪里才是文章。'.repeat(6)

test('reads the facts of a page and its article', () => {
  const article = parse(`<!DOCTYPE html><html><head><title>船厂 - 某站</title>
    <meta name="author" content="江边客"><meta name="description" content="导语">
    <meta property="og:url" content="https://e.com/2024/a.html"><meta property="article:section" content="观察">
    <meta property="article:tag" content="甲"><meta property="article:tag" content="乙">
    <meta property="article:published_time" content="2024-02-05T11:12:13+08:00"></head>
    <body><nav>导航</nav><article><h1>船厂</h1><p>　　${filler}</p><p><a href="../b.html">链</a></p></article>
    <aside>侧栏</aside><footer>页脚</footer></body></html>`)
  expect(article).toMatchObject({
    title: '船厂',
    byline: '江边客',
    dek: '导语',
    category: '观察',
    tags: ['甲', '乙'],
    sourceUrl: 'https://e.com/2024/a.html',
    publishTime: Date.parse('2024-02-05T11:12:13+08:00'),
  })
  expect(html(article.doc)).toBe(
    `<p>${filler}</p>\n<p><a href="https://e.com/b.html" rel="noopener">链</a></p>\n`,
  )
})

test('finds the article where nothing names it', () => {
  const { doc, title } = parse(
    `<title>题</title><body><div>菜单 菜单</div><div><div><div id="x"><p>${filler}</p><p>${filler}</p></div></div><div>推荐</div></div></body>`,
  )
  expect(title).toBe('题')
  expect(plainText(doc)).toBe(`${filler}\n${filler}`)
})

test('keeps formatting that comes as style and drops spacing paragraphs', () => {
  const { doc } = parse(
    '<p><span style="font-weight:700;color:red">粗</span><b style="font-weight:normal">常</b></p><p>&nbsp;</p><p><br></p><h1>题</h1><h5>小</h5>',
  )
  expect(html(doc)).toBe('<p><strong>粗</strong>常</p>\n<h4>小</h4>\n')
})

test('finds pictures that a page loads late, and the address of relative ones', () => {
  const { doc } = parse(
    '<!-- saved from url=(0020)https://e.com/x/ --><p>甲</p><p><img data-src="https://h.com/a.jpg" src="data:image/gif;base64,AA"></p><figure><img src="b.png" alt="乙" width="20"><figcaption>题</figcaption></figure>',
  )
  expect(doc.content?.slice(1).map((node) => node.attrs)).toMatchObject([
    { source: 'https://h.com/a.jpg' },
    { source: 'https://e.com/x/b.png', alt: '乙', width: 20, caption: '题' },
  ])
})

test('does not take an id of the library from outside', () => {
  const { doc } = parse(`<p>甲</p><img data-media="${'a'.repeat(64)}" src="https://e.com/a.png">`)
  expect(doc.content?.[1]?.attrs).toMatchObject({ media: null, source: 'https://e.com/a.png' })
})

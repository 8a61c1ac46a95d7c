import { describe, expect, test } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { parseMarkdown } from '../../../src/main/core/importing/markdown.ts'

const parse = (text: string, fileName = 'a.md') =>
  parseMarkdown({ fileName, text }, { timeZone: 'Asia/Shanghai' })
const html = (doc: DocumentJson) => renderDocumentHtml(doc, { mediaUrl: (id) => `m/${id.slice(0, 4)}` })

describe('front matter', () => {
  test('of Hexo', () => {
    const article = parse(`---
title: 'YAML: 冒号也行'
date: 2024-03-05 08:09:10
tags: [甲, 乙, 甲]
categories:
  - [技术, 前端]
  - 其他
author: 张三
description: 摘要
---
正文`)
    expect(article).toMatchObject({
      title: 'YAML: 冒号也行',
      publishTime: Date.parse('2024-03-05T08:09:10+08:00'),
      tags: ['甲', '乙'],
      category: '技术',
      byline: '张三',
      dek: '摘要',
      warnings: [],
    })
    expect(plainText(article.doc)).toBe('正文')
  })

  test('of Hugo and Jekyll', () => {
    expect(
      parse(
        '---\r\ntitle: 甲\r\ndate: 2024-03-05T08:09:10Z\r\nauthors: [{name: 李四}, 王五]\r\ntags: a, b\r\n---\r\n正文',
      ),
    ).toMatchObject({
      publishTime: Date.UTC(2024, 2, 5, 8, 9, 10),
      byline: '李四、王五',
      tags: ['a', 'b'],
    })
    expect(parse('正文', '2024-03-05-my-first_post.md').title).toBe('my first post')
  })

  test('that is broken is kept as code and reported', () => {
    const article = parse('---\ntitle: [甲\ntags: : :\n---\n正文')
    expect(plainText(article.doc)).toBe('title: [甲\ntags: : :\n正文')
    expect(article.warnings).toEqual([{ reason: 'front-matter', count: 1 }])
  })

  test('is not what stands between two rules', () => {
    expect(plainText(parse('# 题\n\n甲\n\n---\n\n乙').doc)).toBe('甲\n乙')
    expect(plainText(parse('---\n\n只是一句话\n\n---\n\n乙').doc)).toContain('只是一句话')
  })

  test('cannot swell by aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`).join('\n')}`
    expect(parse(`---\n${bomb}\n---\n正文`).warnings).toEqual([{ reason: 'front-matter', count: 1 }])
  })
})

test('takes the title from the first heading and leaves it out of the body', () => {
  const article = parse('# 一个 *标题*\n\n## 节\n\n　　正文')
  expect(article.title).toBe('一个 标题')
  expect(html(article.doc)).toBe('<h2>节</h2>\n<p>正文</p>\n')
  expect(parse('一个标题\n====\n\n正文').title).toBe('一个标题')
})

test('has a title once that front matter and the first heading both say, and another heading in its text', () => {
  const twice = parse('---\ntitle: 一个标题\n---\n\n# 一个*标题*\n\n正文')
  expect(twice.title).toBe('一个标题')
  expect(html(twice.doc)).toBe('<p>正文</p>\n')
  expect(html(parse('---\ntitle: 一个标题\n---\n一个标题\n====\n\n正文').doc)).toBe('<p>正文</p>\n')

  const different = parse('---\ntitle: 一个标题\n---\n\n# 引子\n\n正文')
  expect(different.title).toBe('一个标题')
  expect(plainText(different.doc)).toBe('引子\n正文')
  const later = parse('---\ntitle: 一个标题\n---\n\n正文\n\n# 一个标题')
  expect(plainText(later.doc)).toBe('正文\n一个标题')
})

test('takes its title from the file when the first heading has no words, and keeps the heading', () => {
  const article = parse('# ![图](https://e.com/a.png)\n\n正文', '某篇.md')
  expect(article.title).toBe('某篇')
  expect(JSON.stringify(article.doc)).toContain('https://e.com/a.png')
})

test('keeps what the schema knows', () => {
  const { doc, warnings } = parse(`甲 **粗** *斜* ~~删~~ \`码\` [链](https://e.com/?a=1&b=2)

> 引

- [ ] 待办
- [x] 完成

3. 三
4. 四

\`\`\`ts
const a = 1 < 2
\`\`\`

---

![图](data:image/gif;base64,R0lGODlhAQABAAAAACw=)

![远](https://e.com/a.png "题") ![近](a.png)`)
  expect(
    html(doc),
  ).toBe(`<p>甲 <strong>粗</strong> <em>斜</em> <s>删</s> <code>码</code> <a href="https://e.com/?a=1&amp;b=2" rel="noopener">链</a></p>
<blockquote>
<p>引</p>
</blockquote>
<ul class="task-list">
<li><input type="checkbox" disabled aria-hidden="true"><div><p>待办</p>
</div></li>
<li><input type="checkbox" disabled checked aria-hidden="true"><div><p>完成</p>
</div></li>
</ul>
<ol start="3">
<li><p>三</p>
</li>
<li><p>四</p>
</li>
</ol>
<pre><code class="language-ts">const a = 1 &lt; 2</code></pre>
<hr>
<figure><img src="m/2f41" alt="图" loading="lazy"></figure>
`)
  expect(doc.content?.slice(-2)).toMatchObject([
    { type: 'image', attrs: { source: 'https://e.com/a.png', alt: '远' } },
    { type: 'image', attrs: { media: null, source: null, alt: '近' } },
  ])
  expect(warnings).toEqual([
    { reason: 'remote-images', count: 1 },
    { reason: 'missing-images', count: 1 },
  ])
})

test('lets no raw HTML through and says what it left out', () => {
  const { doc, warnings } = parse(
    '<script>alert(1)</script>\n\n[x](javascript:alert(1)) <iframe src="https://e.com"></iframe>\n\n|甲|乙|\n|-|-|\n|1|2|\n\n{% asset_img a %}\n\n{{< youtube x >}}文 `{% raw %}`',
  )
  expect(html(doc)).toBe(`<p>x</p>
<div class="table" role="group" tabindex="0"><table>
<tr><th scope="col">甲</th><th scope="col">乙</th></tr>
<tr><td>1</td><td>2</td></tr>
</table></div>
<p>文 <code>{% raw %}</code></p>
`)
  expect(Object.fromEntries(warnings.map(({ reason, count }) => [reason, count]))).toEqual({
    'unsafe-links': 1,
    embeds: 1,
    'template-tags': 2,
  })
})

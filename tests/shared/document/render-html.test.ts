import { describe, expect, it } from 'vitest'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'

const media = 'a'.repeat(64)
const context = { mediaUrl: (id: string) => (id === media ? `../../media/${id}.webp` : null) }
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })
const text = (value: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson => ({
  type: 'text',
  text: value,
  marks,
})
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const render = (...content: NodeJson[]) => renderDocumentHtml(doc(...content), context)

describe('renderDocumentHtml', () => {
  it('renders every block', () => {
    const item = (type: string, value: string, attrs?: NodeJson['attrs']): NodeJson => ({
      type,
      attrs,
      content: [paragraph(text(value))],
    })
    const html = render(
      { type: 'heading', attrs: { level: 3 }, content: [text('小标题')] },
      paragraph(text('正文'), { type: 'hardBreak' }, text('第二行')),
      { type: 'bulletList', content: [item('listItem', '甲')] },
      { type: 'orderedList', attrs: { start: 3 }, content: [item('listItem', '乙')] },
      { type: 'taskList', content: [item('taskItem', '丙', { checked: true })] },
      { type: 'blockquote', content: [paragraph(text('引文'))] },
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('a < b')] },
      { type: 'horizontalRule' },
      { type: 'image', attrs: { media, alt: '图', caption: '说明', width: 640, height: 480 } },
    )
    expect(html).toBe(
      `<h3>小标题</h3>
<p>正文<br>第二行</p>
<ul>
<li><p>甲</p>
</li>
</ul>
<ol start="3">
<li><p>乙</p>
</li>
</ol>
<ul class="task-list">
<li><input type="checkbox" disabled checked aria-hidden="true"><div><p>丙</p>
</div></li>
</ul>
<blockquote>
<p>引文</p>
</blockquote>
<pre><code class="language-ts">a &lt; b</code></pre>
<hr>
<figure><img src="../../media/${media}.webp" alt="图" width="640" height="480" loading="lazy"><figcaption>说明</figcaption></figure>
`,
    )
  })

  it('puts neighbours that share a mark into one element, links outermost', () => {
    const href = 'https://example.com/'
    const html = render(
      paragraph(
        text('甲', { type: 'bold' }, { type: 'link', attrs: { href } }),
        text('乙', { type: 'link', attrs: { href } }),
        text('丙', { type: 'italic' }),
      ),
    )
    expect(html).toBe(`<p><a href="${href}" rel="noopener"><strong>甲</strong>乙</a><em>丙</em></p>\n`)
  })

  it('escapes text and attributes', () => {
    const html = render(paragraph(text('<script>alert("1")</script> & \'')), {
      type: 'image',
      attrs: { media, alt: '"><img onerror=x>', caption: '<b>' },
    })
    expect(html).not.toMatch(/<script|<b>|<img onerror/)
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;')
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'java\nscript:alert(1)',
  ])('drops the link %j even when the document holds it', (href) => {
    expect(render(paragraph(text('甲', { type: 'link', attrs: { href } })))).toBe('<p>甲</p>\n')
  })

  it('drops unknown nodes, empty paragraphs and pictures that the library lacks', () => {
    expect(
      render(
        paragraph(),
        { type: 'script', content: [text('x')] },
        {
          type: 'image',
          attrs: { media: 'b'.repeat(64), source: 'https://example.com/a.png' },
        },
      ),
    ).toBe('')
  })
})

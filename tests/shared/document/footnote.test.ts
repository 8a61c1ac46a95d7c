import { expect, it } from 'vitest'
import type { NodeJson } from '#shared/document/document-json.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'

const text = (value: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const note = (...content: NodeJson[]): NodeJson => ({ type: 'footnote', content })
const render = (...content: NodeJson[]) =>
  renderDocumentHtml({ type: 'doc', content }, { mediaUrl: () => null })
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })

it('numbers notes through all blocks and collects them at the end, each with its way back', () => {
  const html = render(
    paragraph(text('甲'), note(text('一 <b>'))),
    { type: 'blockquote', content: [paragraph(text('乙'), note(text('二', { type: 'bold' })))] },
    paragraph(text('丙')),
  )
  expect(html).toBe(
    `<p>甲<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>
<blockquote>
<p>乙<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup></p>
</blockquote>
<p>丙</p>
<section class="footnotes" role="doc-endnotes">
<ol>
<li id="fn-1">一 &lt;b&gt; <a class="footnote-back" href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a></li>
<li id="fn-2"><strong>二</strong> <a class="footnote-back" href="#fnref-2" role="doc-backlink" aria-label="↩ 2">↩</a></li>
</ol>
</section>
`,
  )
})

it('puts no link around the link of a number', () => {
  const link = { type: 'link', attrs: { href: 'https://a.cn/' } }
  const html = render(paragraph(text('甲', link), { ...note(text('一')), marks: [link] }, text('乙', link)))
  expect(html).toContain('>甲</a><sup class="footnote-ref">')
  expect(html).toContain('</sup><a href="https://a.cn/" rel="noopener">乙</a>')
})

it('begins at one in every rendering', () => {
  const once = () => render(paragraph(text('甲'), note(text('一'))))
  expect(once()).toBe(once())
})

import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import sanitizeHtml from 'sanitize-html'
import { expect, test } from 'vitest'
import { WeChatStyle } from '#shared/contract/exporting.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import {
  type FormulaDrawings,
  formulaDrawings,
} from '../../../src/main/core/exporting/wechat/formula-drawings.ts'
import { weChatCopy } from '../../../src/main/core/exporting/wechat/wechat-copy.ts'
import { documents } from '../../helpers/arbitraries/document.ts'
import { exported, surroundings } from './exported.ts'

const pixel = 'data:image/png;base64,iVBORw0KGgo='
const pictures = new Map([...'0123456789abcdef'].map((digit) => [digit.repeat(64), pixel]))
const copy = (content: NodeJson[], style: WeChatStyle = 'plain', formulas: FormulaDrawings = new Map()) =>
  weChatCopy({ ...exported, doc: { type: 'doc', content } }, style, surroundings, pictures, formulas)

/** As the editor of an account treats what is pasted: classes, ids, scripts, positions, links to others are gone. */
const asAccountKeeps = (html: string) =>
  sanitizeHtml(html, {
    allowedTags: [
      ...[
        'section',
        'p',
        'span',
        'strong',
        'em',
        'sup',
        'sub',
        'br',
        'hr',
        'h2',
        'h3',
        'h4',
        'ul',
        'ol',
        'li',
      ],
      ...['table', 'tbody', 'tr', 'td', 'th', 'img', 'a'],
      ...['svg', 'g', 'path', 'rect', 'line', 'text'],
    ],
    allowedAttributes: {
      '*': ['style'],
      img: ['src', 'alt', 'style'],
      td: ['colspan', 'rowspan', 'style'],
      th: ['colspan', 'rowspan', 'style'],
      ol: ['start', 'style'],
      a: ['href'],
      svg: ['xmlns', 'viewBox', 'style'],
      ...Object.fromEntries(
        ['g', 'path', 'rect', 'line', 'text'].map((shape) => [
          shape,
          [
            'd',
            'fill',
            'stroke',
            'stroke-width',
            'transform',
            'x',
            'y',
            'width',
            'height',
            'font-size',
            'font-family',
          ],
        ]),
      ),
    },
    parser: { lowerCaseAttributeNames: false },
    allowedSchemesByTag: { img: ['data'], a: ['https', 'http'] },
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'a' && !/^https?:\/\/mp\.weixin\.qq\.com\//.test(attribs.href ?? ''),
    parseStyleAttributes: false,
  })

const normal = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document.body.innerHTML

test('what the editor of an account keeps is all of it, whatever the document', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom(...WeChatStyle.options), (doc, style) => {
      const { html } = copy(doc.content ?? [], style)
      expect(html).not.toMatch(/ (class|id)="|<style|<script|position:|var\(/)
      expect(normal(asAccountKeeps(html))).toBe(normal(html))
    }),
    { numRuns: 40 },
  )
}, 60_000)

const p = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const text = (value: string, href?: string): NodeJson => ({
  type: 'text',
  text: value,
  ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
})

test('links to others and notes are gathered at the end, one number for one address', () => {
  const { html } = copy([
    p(
      text('甲', 'https://example.com/'),
      { type: 'footnote', content: [text('注')] },
      text('乙', 'https://example.com/'),
    ),
    p(text('号内', 'https://mp.weixin.qq.com/s/abc')),
  ])
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  expect([...document.querySelectorAll('sup')].map((sup) => sup.textContent)).toEqual(['[1]', '[2]', '[1]'])
  expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
    'https://mp.weixin.qq.com/s/abc',
  ])
  expect(document.body.textContent).toContain('参考资料[1] 甲：https://example.com/[2] 注')
})

test('code keeps its colours, lines and indentation; formulas can be read; lists are lists', () => {
  const { html } = copy([
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('if (a) {\n  return "<b>"\n}')] },
    { type: 'mathBlock', attrs: { latex: '\\frac{a+b}{2} = x^2' } },
    {
      type: 'orderedList',
      attrs: { start: 2 },
      content: [
        {
          type: 'listItem',
          content: [
            p(text('一')),
            { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('二'))] }] },
          ],
        },
      ],
    },
  ])
  expect(html).toContain('<span style="color:#cf222e">if</span>')
  expect(html).toMatch(/<br>&nbsp;&nbsp;<span style="color:#cf222e">return<\/span>/)
  expect(html).toContain('&lt;b&gt;')
  expect(html).toContain('(a + b)/2 = x²')
  expect(html).toMatch(/<ol start="2" style="[^"]*"><li[^>]*><section[^>]*>一<\/section><ul[^>]*><li/)
})

test('formulas are drawn; what is no formula stays its text', async () => {
  const content: NodeJson[] = [
    p(text('质能：'), { type: 'mathInline', attrs: { latex: 'E=mc^2' } }, text('。')),
    { type: 'mathBlock', attrs: { latex: '\\sqrt{\\frac{a+b}{2}}\\text{（均值）}' } },
    { type: 'mathBlock', attrs: { latex: '\\notacommand{' } },
  ]
  const { html, warnings } = copy(content, 'plain', await formulaDrawings({ type: 'doc', content }))
  expect(warnings).toEqual([{ reason: 'formulas', count: 1 }])
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const [inline, block, ...others] = document.querySelectorAll('svg')
  expect(others).toEqual([])
  expect(inline?.getAttribute('style')).toMatch(/^vertical-align:.*ex;.*width:[\d.]+ex;max-width:100%$/)
  expect(inline?.querySelectorAll('path')).toHaveLength(5)
  expect(block?.textContent).toBe('（均值）')
  expect(document.body.textContent).toContain('\\notacommand{')
  expect(html).not.toMatch(/ (class|id|data-[\w-]+)="/)
  expect(normal(asAccountKeeps(html))).toBe(normal(html))
  // Drawn before, the same again.
  expect(copy(content, 'plain', await formulaDrawings({ type: 'doc', content })).html).toBe(html)
})

test('pictures are data with captions; what cannot come along is told', () => {
  const image = (media: string): NodeJson => ({
    type: 'image',
    attrs: { media, alt: '图', caption: '说明', span: 50 },
  })
  const { html, warnings } = copy([
    image('0'.repeat(64)),
    image('missing'),
    { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: '片' } },
  ])
  expect(html).toContain(`<img src="${pixel}" alt="图"`)
  expect(html).toContain('说明')
  expect(html).toContain('width:50%')
  expect(warnings).toEqual([
    { reason: 'missing-pictures', count: 1 },
    { reason: 'embeds', count: 1 },
  ])
})

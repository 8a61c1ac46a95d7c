import { parseHTML } from 'linkedom'
import { DOMParser } from 'prosemirror-model'
import { describe, expect, it, test } from 'vitest'
import { documentProblem } from '#shared/document/check-document.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { schema } from '#shared/document/schema.ts'

const media = 'a'.repeat(64)
const hostile = '"><script>alert(1)</script>'

const render = (...content: NodeJson[]) =>
  renderDocumentHtml({ type: 'doc', content }, { mediaUrl: (id) => `/media/${id.slice(0, 4)}.png` })

function parse(html: string): NodeJson[] {
  const { body } = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
  const dom = body as unknown as Parameters<DOMParser['parse']>[0]
  return DOMParser.fromSchema(schema).parse(dom).toJSON().content
}

const paragraph = (text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { align: null },
  content: [{ type: 'text', text }],
})
const cell = (text: string, attrs: NodeJson['attrs'] = {}): NodeJson => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
  content: [paragraph(text)],
})
const head = (text: string, attrs?: NodeJson['attrs']) => ({ ...cell(text, attrs), type: 'tableHeader' })
const table = (...rows: NodeJson[][]): NodeJson => ({
  type: 'table',
  content: rows.map((content) => ({ type: 'tableRow', content })),
})
const image = (attrs: NodeJson['attrs'] = {}): NodeJson => ({
  type: 'image',
  attrs: {
    media,
    source: null,
    alt: '图',
    caption: '',
    width: null,
    height: null,
    align: null,
    span: null,
    ...attrs,
  },
})

describe('tables', () => {
  const written = table(
    [head('年份', { colwidth: [120] }), head('份额', { colspan: 2, colwidth: [0, 90] })],
    [head('2025', { rowspan: 2, colwidth: [120] }), cell('甲'), cell('乙', { colwidth: [90] })],
    [cell('丙'), cell('丁', { colwidth: [90] })],
  )

  it('say what their headers are about, and how wide their columns are', () => {
    expect(render(written)).toBe(
      `<div class="table" role="group" tabindex="0"><table>
<colgroup><col style="width:120px"><col><col style="width:90px"></colgroup>
<tr><th scope="col" data-colwidth="120">年份</th><th scope="col" colspan="2" data-colwidth="0,90">份额</th></tr>
<tr><th scope="row" rowspan="2" data-colwidth="120">2025</th><td>甲</td><td data-colwidth="90">乙</td></tr>
<tr><td>丙</td><td data-colwidth="90">丁</td></tr>
</table></div>
`,
    )
  })

  it('are read back as they were written', () => {
    expect(parse(render(written))).toEqual([written])
  })

  it.each([
    ['a width that is none', 'data-colwidth="x"'],
    ['widths for other columns', 'data-colwidth="10,20"'],
    ['no end of columns', 'colspan="100000"'],
    ['spans below one', 'colspan="-3" rowspan="0"'],
    ['a handler and a style', 'onclick="alert(1)" style="position:fixed"'],
  ])('read a cell with %s as a plain one', (_what, attributes) => {
    expect(parse(`<table><tr><td ${attributes}><p>甲</p></td></tr></table>`)).toEqual([table([cell('甲')])])
  })

  it.each([
    { colspan: 0 },
    { rowspan: 1.5 },
    { colspan: hostile },
    { colwidth: [hostile] },
    { colwidth: '10' },
    { colwidth: [1e9] },
  ])('are refused with %j', (attrs) => {
    expect(documentProblem({ type: 'doc', content: [table([cell('甲', attrs)])] })).not.toBeNull()
  })

  it('publish no attribute that was not a number', () => {
    const html = render(table([cell('甲', { colspan: hostile, rowspan: hostile, colwidth: [hostile] })]))
    expect(html).not.toContain('script')
  })
})

describe('pictures and galleries', () => {
  const placed = image({ align: 'left', span: 50, caption: '说明' })
  const gallery = (columns: unknown, ...content: NodeJson[]): NodeJson => ({
    type: 'gallery',
    attrs: { columns },
    content,
  })
  const html = `<figure class="figure-right figure-33"><img data-media="${media}" alt="图"></figure>`

  it('are published with their place and width', () => {
    expect(render(placed)).toContain('<figure class="figure-left figure-50"><img ')
    expect(render(gallery(3, image(), image()))).toMatch(
      /^<div class="gallery gallery-3">\n(<figure><img .*\n){2}<\/div>\n$/,
    )
    expect(render(gallery(null, image()))).toMatch(/^<div class="gallery">/)
  })

  it('are read back', () => {
    expect(parse(html)).toEqual([image({ align: 'right', span: 33 })])
    expect(parse(`<div class="gallery gallery-2">${html}${html}</div>`)).toEqual([
      gallery(2, image({ align: 'right', span: 33 }), image({ align: 'right', span: 33 })),
    ])
  })

  it('are read without places and columns that do not exist', () => {
    expect(parse(html.replace('figure-right figure-33', 'figure-fixed figure-34'))).toEqual([image()])
    expect(parse(`<div class="gallery gallery-9">${html}</div>`)[0]?.attrs).toEqual({ columns: null })
  })

  it.each([{ align: 'fixed' }, { span: 34 }, { span: '50' }, { align: hostile }])(
    'are refused with %j, and published without it',
    (attrs) => {
      expect(documentProblem({ type: 'doc', content: [image(attrs)] })).not.toBeNull()
      expect(render(image(attrs))).toMatch(/^<figure><img /)
    },
  )

  it('of which the library has none leave nothing', () => {
    const missing = { ...image(), attrs: { ...image().attrs, media: null } }
    expect(render(gallery(null, missing))).toBe('')
  })
})

describe('boxes', () => {
  const callout = (kind: unknown): NodeJson => ({
    type: 'callout',
    attrs: { kind },
    content: [paragraph('甲')],
  })
  const details = (open: boolean): NodeJson => ({
    type: 'details',
    attrs: { open },
    content: [
      { type: 'detailsSummary', content: [{ type: 'text', text: '题' }] },
      { type: 'detailsContent', content: [paragraph('文')] },
    ],
  })
  const pullQuote = (attribution: string): NodeJson => ({
    type: 'pullQuote',
    attrs: { attribution },
    content: [paragraph('甲'), paragraph('乙')],
  })

  test.each(['note', 'tip', 'important', 'warning', 'caution'])(
    'a callout of kind %s goes and comes',
    (kind) => {
      expect(render(callout(kind))).toBe(
        `<aside class="callout callout-${kind}" role="note">\n<p>甲</p>\n</aside>\n`,
      )
      expect(parse(render(callout(kind)))).toEqual([callout(kind)])
    },
  )

  test('a callout of an unknown kind is a note when read and published, and refused when saved', () => {
    expect(parse('<aside class="callout callout-fixed"><p>甲</p></aside>')).toEqual([callout('note')])
    expect(render(callout(hostile))).toBe(render(callout('note')))
    expect(documentProblem({ type: 'doc', content: [callout(hostile)] })).not.toBeNull()
  })

  test.each([true, false])('details go and come, open: %s', (open) => {
    expect(render(details(open))).toBe(
      `<details${open ? ' open' : ''}>\n<summary>题</summary>\n<div class="details-content">\n<p>文</p>\n</div>\n</details>\n`,
    )
    expect(parse(render(details(open)))).toEqual([details(open)])
  })

  test('details of other sites keep their content without a box of its own', () => {
    expect(parse('<details><summary>题</summary><p>文</p></details>')).toEqual([details(false)])
  })

  test('a pull quote goes and comes with who said it', () => {
    for (const quote of [pullQuote(''), pullQuote('某人 & <某社>')])
      expect(parse(render(quote))).toEqual([quote])
    expect(render(pullQuote(hostile))).not.toContain('<script')
  })
})

describe('lines and letters', () => {
  test.each(['center', 'right', 'justify'])('alignment %s goes and comes', (align) => {
    const blocks = [
      { ...paragraph('甲'), attrs: { align } },
      { ...paragraph('乙'), type: 'heading', attrs: { level: 3, align } },
    ]
    expect(render(...blocks)).toBe(`<p class="align-${align}">甲</p>\n<h3 class="align-${align}">乙</h3>\n`)
    expect(parse(render(...blocks))).toEqual(blocks)
  })

  test('an alignment that is none is left out', () => {
    expect(parse('<p class="align-fixed">甲</p><p style="text-align:left">甲</p>')).toEqual([
      paragraph('甲'),
      paragraph('甲'),
    ])
    expect(render({ ...paragraph('甲'), attrs: { align: hostile } })).toBe('<p>甲</p>\n')
  })

  test('highlight, superscript and subscript go and come', () => {
    const marked = ['highlight', 'superscript', 'subscript'].map((type) => ({
      type: 'text',
      text: type,
      marks: [{ type }],
    }))
    const block: NodeJson = { type: 'paragraph', attrs: { align: null }, content: marked }
    expect(render(block)).toBe('<p><mark>highlight</mark><sup>superscript</sup><sub>subscript</sub></p>\n')
    expect(parse(render(block))).toEqual([block])
  })
})

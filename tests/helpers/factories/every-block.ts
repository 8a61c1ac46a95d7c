import type { DocumentJson, MarkJson, NodeJson } from '../../../src/shared/document/document-json.ts'

const text = (value: string, ...marks: (string | MarkJson)[]): NodeJson => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && {
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
  }),
})
const paragraph = (value: string, attrs?: NodeJson['attrs']): NodeJson => ({
  type: 'paragraph',
  ...(attrs && { attrs }),
  content: [text(value)],
})
const heading = (level: number, value: string): NodeJson => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
})
const item = (...content: NodeJson[]): NodeJson => ({ type: 'listItem', content })
const task = (checked: boolean, value: string): NodeJson => ({
  type: 'taskItem',
  attrs: { checked },
  content: [paragraph(value)],
})
const cell = (type: 'tableCell' | 'tableHeader', value: string, attrs?: NodeJson['attrs']): NodeJson => ({
  type,
  ...(attrs && { attrs }),
  content: [paragraph(value)],
})
const row = (...content: NodeJson[]): NodeJson => ({ type: 'tableRow', content })

/** A document with every node and mark of the schema, and every choice that changes how one is published. */
export const everyBlock = (media: string): DocumentJson => {
  const picture = (attrs: NodeJson['attrs']): NodeJson => ({
    type: 'image',
    attrs: { media, alt: '厂房 "一"', caption: '', width: 40, height: 30, ...attrs },
  })
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          text('平 & <文>'),
          text('粗', 'bold'),
          text('斜', 'italic'),
          text('线', 'underline'),
          text('删', 'strike'),
          text('码', 'code'),
          text('亮', 'highlight'),
          text('链', { type: 'link', attrs: { href: 'https://example.com/?a=1&b=2' } }),
          { type: 'hardBreak' },
          text('E=mc'),
          text('2', 'superscript'),
          text('，H'),
          text('2', 'subscript'),
          text('O。都有', 'bold', 'italic', 'highlight'),
          { type: 'mathInline', attrs: { latex: 'a^2 < b' } },
          { type: 'footnote', content: [text('注 <一>'), text('粗', 'bold')] },
          { type: 'footnote', content: [text('注二')] },
        ],
      },
      paragraph('居中', { align: 'center' }),
      paragraph('居右', { align: 'right' }),
      paragraph('两端对齐', { align: 'justify' }),
      heading(2, '小标题'),
      heading(3, '更小'),
      heading(4, '最小'),
      { type: 'blockquote', content: [paragraph('引文')] },
      {
        type: 'pullQuote',
        attrs: { attribution: '某人 & <某社>' },
        content: [paragraph('金句一'), paragraph('金句二')],
      },
      { type: 'pullQuote', content: [paragraph('无名的话')] },
      ...['note', 'tip', 'important', 'warning', 'caution'].map((kind) => ({
        type: 'callout',
        attrs: { kind },
        content: [paragraph(`提示：${kind}`)],
      })),
      {
        type: 'details',
        attrs: { open: true },
        content: [
          { type: 'detailsSummary', content: [text('展开'), text('看', 'bold')] },
          {
            type: 'detailsContent',
            content: [paragraph('里面'), { type: 'bulletList', content: [item(paragraph('一'))] }],
          },
        ],
      },
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('let a = b < c && "d"\n\nlet e')] },
      { type: 'codeBlock', content: [text('没有语言')] },
      { type: 'mathBlock', attrs: { latex: '\\frac{a}{b} < c' } },
      { type: 'horizontalRule' },
      {
        type: 'bulletList',
        content: [
          item(paragraph('一'), {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [item(paragraph('三'))],
          }),
          item(paragraph('二')),
        ],
      },
      { type: 'taskList', content: [task(true, '办了'), task(false, '没办')] },
      {
        type: 'table',
        content: [
          row(
            cell('tableHeader', '年份', { colwidth: [120] }),
            cell('tableHeader', '出货与份额', { colspan: 2, colwidth: [160, 90] }),
          ),
          row(
            cell('tableHeader', '2025', { rowspan: 2, colwidth: [120] }),
            cell('tableCell', '甲', { colwidth: [160] }),
            {
              type: 'tableCell',
              attrs: { colwidth: [90] },
              content: [paragraph('两段'), { type: 'bulletList', content: [item(paragraph('格中列表'))] }],
            },
          ),
          row(cell('tableCell', '乙', { colwidth: [160] }), cell('tableCell', '居右', { colwidth: [90] })),
        ],
      },
      {
        type: 'table',
        content: [row(cell('tableCell', '无表头'), { type: 'tableCell', content: [{ type: 'paragraph' }] })],
      },
      picture({ caption: '说明 & 出处' }),
      picture({ align: 'left', span: 50 }),
      picture({ align: 'right', span: 33, caption: '靠右' }),
      picture({ span: 100 }),
      {
        type: 'gallery',
        attrs: { columns: 3 },
        content: [picture({ caption: '图一' }), picture({}), picture({})],
      },
      { type: 'gallery', content: [picture({}), picture({})] },
      { type: 'embed', attrs: { provider: 'bilibili', id: 'BV1xx411c7mD', title: '片 "名" <1>' } },
      { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: '' } },
      paragraph('完'),
    ],
  }
}

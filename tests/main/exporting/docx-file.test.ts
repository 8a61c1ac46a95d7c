import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { NodeJson } from '#shared/document/document-json.ts'
import { docxFile } from '../../../src/main/core/exporting/docx/docx-file.ts'
import { exported, surroundings } from './exported.ts'

const text = (value: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const p = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', attrs: { align: null }, content })
const item = (...content: NodeJson[]): NodeJson => ({ type: 'listItem', content })
const cell = (type: 'tableHeader' | 'tableCell', value: string, attrs = {}): NodeJson => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
  content: [p(text(value))],
})

const doc = {
  type: 'doc' as const,
  content: [
    { type: 'heading', attrs: { level: 2, align: null }, content: [text('一级标题')] },
    { type: 'heading', attrs: { level: 3, align: 'center' }, content: [text('二级标题')] },
    p(
      text('粗', { type: 'bold' }),
      text('链', { type: 'link', attrs: { href: 'https://example.com/?a=1&b=2' } }),
      { type: 'footnote', content: [text('注文', { type: 'italic' })] },
      { type: 'mathInline', attrs: { latex: 'E = mc^2' } },
    ),
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        item(p(text('甲')), { type: 'bulletList', content: [item(p(text('子')))] }),
        item(p(text('乙'))),
      ],
    },
    { type: 'orderedList', attrs: { start: 1 }, content: [item(p(text('另一列')))] },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', '宽', { colspan: 2 })] },
        { type: 'tableRow', content: [cell('tableCell', '高', { rowspan: 2 }), cell('tableCell', 'b')] },
        { type: 'tableRow', content: [cell('tableCell', 'c')] },
      ],
    },
    { type: 'mathBlock', attrs: { latex: '\\quark{q}' } },
    { type: 'callout', attrs: { kind: 'warning' }, content: [p(text('当心脚下'))] },
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('let a = 1\n  if (a < 2) b()')] },
  ],
}

describe('a Word document', () => {
  let parts: Record<string, string>
  beforeAll(async () => {
    const files = unzipSync(await docxFile({ ...exported, cover: null, doc }, surroundings))
    parts = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  })
  const document = () => parts['word/document.xml'] ?? ''

  it('says the facts of the article', () => {
    expect(document()).toContain('大模型: &quot;深水区&quot; &amp; &lt;以后&gt;')
    expect(document()).toContain('张三, 李四 · 2025-07-31 11:36:49 · 业界动态')
    expect(document()).toContain('人民日报')
    expect(parts['docProps/core.xml']).toContain('张三, 李四')
  })

  it('has headings of Word, and one face for Latin, another for Chinese', () => {
    expect(document()).toMatch(/<w:pStyle w:val="Heading1"\/>.*?一级标题/)
    expect(document()).toMatch(/<w:pStyle w:val="Heading2"\/>.*?二级标题/)
    expect(parts['word/styles.xml']).toMatch(/<w:rFonts[^>]*w:eastAsia="宋体"/)
    expect(parts['word/styles.xml']).toMatch(/<w:lang[^>]*w:eastAsia="zh-CN"/)
  })

  it('has real footnotes, links, emphasis and equations', () => {
    expect(document()).toContain('<w:footnoteReference w:id="1"/>')
    expect(parts['word/footnotes.xml']).toMatch(/w:id="1".*<w:i\/>.*注文/s)
    expect(document()).toMatch(/<w:b\/>.*?粗/)
    expect(document()).toMatch(/<w:hyperlink .*?链/)
    expect(parts['word/_rels/document.xml.rels']).toContain('https://example.com/?a=1&amp;b=2')
    expect(document()).toMatch(/<m:oMath>.*?<m:sSup>.*?<m:t>c<.*?<m:sup>.*?<m:t>2<.*?<\/m:oMath>/)
    // What cannot be read stays as it is written.
    expect(document()).toContain('\\quark{q}')
  })

  it('numbers its lists by itself, each from its own start', () => {
    const instances = [...document().matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
    expect(instances).toHaveLength(4)
    expect(new Set(instances).size).toBe(3)
    expect(parts['word/numbering.xml']).toContain('<w:start w:val="3"/>')
    expect(document()).toMatch(/<w:ilvl w:val="1"\/>.*?子/s)
  })

  it('merges the cells of tables', () => {
    expect(document()).toContain('<w:gridSpan w:val="2"/>')
    expect(document()).toContain('<w:vMerge w:val="restart"/>')
    expect(document()).toContain('<w:vMerge w:val="continue"/>')
    expect(document()).toContain('<w:tblHeader/>')
  })

  it('keeps callouts apart and the lines of code', () => {
    expect(document()).toMatch(/<w:pBdr>.*?当心脚下/s)
    expect(document()).toMatch(/let a = 1.*<w:br\/>.*?<w:t xml:space="preserve"> {2}if \(a &lt; 2\) b\(\)/s)
  })
})

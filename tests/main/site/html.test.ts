import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyBlock } from '../../helpers/factories/every-block.ts'
import { doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Questions of taste: our templates close no void element and break lines where they like.
    'void-style': ['error', { style: 'omit' }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // The widths of a table's columns.
    'no-inline-style': ['error', { allowedProperties: ['width'] }],
    'attribute-boolean-style': 'error',
  },
})

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><rect width="40" height="30"/></svg>'
const text = (value: string, ...marks: string[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})

let desk: SiteDesk
beforeAll(async () => {
  desk = await openSiteDesk()
  await desk.client.settings.update({
    site: {
      pageSize: 5,
      tagline: '提要',
      hotLinks: [{ label: '百度热点', url: 'https://top.example.com/?a=1&b=2' }],
    },
  })
  const top = await desk.client.categories.create({
    name: '业界动态 & <更多>',
    slug: 'industry',
    description: '说明',
  })
  const below = await desk.client.categories.create({ name: '大模型', slug: 'llm', parentId: top.id })
  const { id: cover } = await desk.client.media.upload({
    file: new File([svg], 'a.svg', { type: 'image/svg+xml' }),
  })
  const full = await desk.write({
    title: 'VeryLongTitleWithoutSpaces"\'<&>'.repeat(4),
    dek: '一句 "提要" & <更多>',
    slug: 'full',
    categoryId: below.id,
    byline: '快照 "小生"',
    tags: ['A & B', '算力'],
    sourceName: '某研究院',
    sourceUrl: 'https://source.example.com/?x=1&y="2"',
    cover,
    coverAlt: '说明 "一"',
    publishTime: publishedAt,
    doc: doc(
      paragraph('第一段 & <二>。'),
      { type: 'heading', attrs: { level: 2 }, content: [text('小标题')] },
      { type: 'heading', attrs: { level: 3 }, content: [text('更小')] },
      {
        type: 'paragraph',
        content: [
          text('粗', 'bold'),
          text('斜', 'italic'),
          text('线', 'underline'),
          text('删', 'strike'),
          text('码', 'code'),
          { type: 'hardBreak' },
          { type: 'text', text: '链', marks: [{ type: 'link', attrs: { href: 'https://e.com/?a=1&b=2' } }] },
        ],
      },
      { type: 'blockquote', content: [paragraph('引')] },
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('let a = b < c && "d" // <e>')] },
      { type: 'codeBlock', attrs: { language: 'html' }, content: [text('<style>a { b: c }</style>')] },
      {
        type: 'mathBlock',
        attrs: { latex: '\\begin{align}a&=\\mathbb{R}\\\\c&\\boxed{d}\\end{align} \\tag{1}' },
      },
      { type: 'mathBlock', attrs: { latex: '\\begin{cases}\\frac{a}{b}&\\text{若 <}\\end{cases}' } },
      { type: 'mathBlock', attrs: { latex: '\\frac{<' } },
      {
        type: 'paragraph',
        content: [
          text('式 '),
          { type: 'mathInline', attrs: { latex: '\\overbrace{x}^{"<"} \\cancel{y}' } },
          { type: 'footnote', content: [text('注 <一>'), text('粗', 'bold')] },
          { type: 'footnote', content: [text('注二')] },
        ],
      },
      { type: 'horizontalRule' },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('一'),
              {
                type: 'orderedList',
                attrs: { start: 3 },
                content: [{ type: 'listItem', content: [paragraph('三')] }],
              },
            ],
          },
        ],
      },
      {
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph('办')] }],
      },
      {
        type: 'image',
        attrs: { media: cover, alt: '图 "一"', caption: '说明 & 出处', width: 40, height: 30 },
      },
    ),
  })
  const blocks = await desk.write({
    title: '每一种',
    slug: 'every-block',
    publishTime: publishedAt - 500,
    doc: everyBlock(cover),
  })
  const bare = await desk.write({ title: '只有标题', slug: 'bare', publishTime: publishedAt - 1000 })
  const more = []
  for (let n = 0; n < 11; n++)
    more.push(await desk.write({ categoryId: top.id, tags: ['算力'], publishTime: publishedAt - n * 5000 }))
  const moved = await desk.write({ slug: 'before', publishTime: publishedAt })
  await desk.publish([full, blocks, bare, moved, ...more])
  await desk.edit(moved, { slug: 'after', slugIsAutomatic: false })
  await desk.edit(bare, { dek: '改过' })
  await desk.publish([moved, bare], publishedAt + 60_000)
})
afterAll(() => desk.close())

const problems = async () => {
  const found: string[] = []
  let pages = 0
  for (const file of desk.site().files()) {
    if (!file.path.endsWith('.html')) continue
    pages++
    const report = await validator.validateString(String(file.read()), file.path)
    for (const { messages } of report.results)
      for (const { ruleId, message, line } of messages)
        found.push(`${file.path}:${line} ${ruleId} ${message}`)
  }
  return { pages, found }
}

describe('every page', () => {
  it('is valid HTML', async () => {
    const { pages, found } = await problems()
    expect(found).toEqual([])
    expect(pages).toBeGreaterThanOrEqual(25)
  })

  it('is valid HTML where the site is empty of extras, in English too', async () => {
    await desk.client.settings.update({ site: { language: 'en', tagline: '', hotLinks: [] } })
    expect((await problems()).found).toEqual([])
  })
})

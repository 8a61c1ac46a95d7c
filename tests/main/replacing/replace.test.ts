import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { ReplaceHit, ReplaceProgress } from '#shared/contract/replacing.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

let app: TestCore
beforeEach(async () => {
  app = await createTestCore()
})
afterEach(() => app.stop())

const bold = { type: 'bold' }
const doc: ArticleContent['doc'] = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '旧名发布会上，' },
        { type: 'text', text: '旧名', marks: [bold] },
        { type: 'footnote', content: [{ type: 'text', text: '旧名的由来' }] },
        { type: 'text', text: '宣布改版。' },
      ],
    },
  ],
}

const image = {
  media: null,
  source: null,
  alt: '',
  width: null,
  height: null,
  align: null,
  span: null,
}

type FindInput = Parameters<TestCore['client']['replacing']['find']>[0]

async function find(input: FindInput): Promise<ReplaceHit[]> {
  const hits: ReplaceHit[] = []
  for await (const progress of await app.client.replacing.find(input)) hits.push(...progress.hits)
  return hits
}

async function apply(hits: readonly ReplaceHit[]) {
  let last: ReplaceProgress | undefined
  for await (last of await app.client.replacing.apply({ articles: [...hits] }));
  if (!last) throw new Error('no progress')
  return last
}

test('replaces in titles, deks, bodies and footnotes of many articles, marks kept, and takes it back', async () => {
  const first = await app.client.articles.create({ title: '旧名改版', dek: '旧名的新样子', doc })
  const second = await app.client.articles.create({ title: '别的', doc })
  await app.client.articles.create({ title: '无关' })
  const hits = await find({ query: '旧名', replacement: '新名' })
  expect(hits.map(({ id, matches }) => [id, matches.length])).toEqual([
    [second.id, 3],
    [first.id, 5],
  ])
  expect(hits[1]?.matches[0]).toEqual({
    field: 'title',
    from: 0,
    to: 2,
    text: '旧名',
    replacement: '新名',
    before: '',
    after: '改版',
  })
  const { batchId, changed } = await apply(hits)
  expect(changed).toBe(2)
  const after = await app.client.articles.get({ id: first.id })
  expect([after.title, after.dek]).toEqual(['新名改版', '新名的新样子'])
  expect(plainText(after.doc)).toBe('新名发布会上，新名宣布改版。\n新名的由来')
  expect(after.doc.content?.[0]?.content?.[1]).toEqual({ type: 'text', text: '新名', marks: [bold] })
  expect((await app.client.revisions.list({ articleId: first.id })).map(({ reason }) => reason)).toContain(
    'before_restore',
  )
  expect(await app.client.replacing.undo({ batchId })).toEqual({ restored: 2, conflicts: [] })
  const back = await app.client.articles.get({ id: first.id })
  expect([back.title, plainText(back.doc)]).toEqual(['旧名改版', plainText(doc)])
})

test('leaves an article alone that was edited since the search, or since the replacement', async () => {
  const { id, version } = await app.client.articles.create({ title: '旧名', doc })
  const other = await app.client.articles.create({ title: '旧名二' })
  const hits = await find({ query: '旧名', replacement: '' })
  await app.client.articles.save({ id, baseVersion: version, changes: { title: '旧名，改过' } })
  const { batchId, conflicts } = await apply(hits)
  expect(conflicts).toEqual([id])
  expect((await app.client.articles.get({ id })).title).toBe('旧名，改过')
  const now = await app.client.articles.get({ id: other.id })
  expect(now.title).toBe('二')
  await app.client.articles.save({ id: other.id, baseVersion: now.version, changes: { title: '又改' } })
  expect(await app.client.replacing.undo({ batchId })).toEqual({ restored: 0, conflicts: [other.id] })
})

test('words in a footnote are replaced together with those before and after it', async () => {
  const text = (value: string) => ({ type: 'text', text: value })
  const paragraph = (name: string) =>
    buildDocument({
      type: 'paragraph',
      attrs: { align: null },
      content: [
        text(`${name}在前`),
        { type: 'footnote', content: [text(`${name}的由来`)] },
        text(`，${name}在后`),
      ],
    })
  const { id } = await app.client.articles.create({ title: '注', doc: paragraph('旧名') })
  const hits = await find({ query: '旧名', replacement: '更长的新名' })
  expect(hits[0]?.matches.map(({ after }) => after.slice(0, 2))).toEqual(['在前', '的由', '在后'])
  await apply(hits)
  expect((await app.client.articles.get({ id })).doc).toEqual(paragraph('更长的新名'))
})

test('captions, titles of embeds and formulas are found, shown, replaced and taken back', async () => {
  const held = (name: string): ArticleContent['doc'] =>
    buildDocument(
      { type: 'image', attrs: { ...image, caption: `图：${name}，${name}` } },
      {
        type: 'paragraph',
        attrs: { align: null },
        content: [
          { type: 'text', text: `${name}的算法` },
          { type: 'mathInline', attrs: { latex: `\\text{${name}}=1` } },
        ],
      },
      { type: 'embed', attrs: { provider: 'bilibili', id: 'BV1xx411c7mD', title: `${name}发布会` } },
      { type: 'mathBlock', attrs: { latex: `\\text{${name}}` } },
    )
  const { id } = await app.client.articles.create({ title: '无', doc: held('旧名') })
  const hits = await find({ query: '旧名', replacement: '更长的新名' })
  expect(
    hits[0]?.matches.map(({ field, before, text, replacement, after }) =>
      [field, before, text, replacement, after].join('|'),
    ),
  ).toEqual([
    'body||旧名|更长的新名|的算法 ',
    'caption|图：|旧名|更长的新名|，旧名',
    'caption|图：旧名，|旧名|更长的新名|',
    'formula|\\text{|旧名|更长的新名|}=1',
    'embed||旧名|更长的新名|发布会',
    'formula|\\text{|旧名|更长的新名|}',
  ])
  const { batchId } = await apply(hits)
  expect((await app.client.articles.get({ id })).doc).toEqual(held('更长的新名'))
  expect(await app.client.replacing.undo({ batchId })).toEqual({ restored: 1, conflicts: [] })
  expect((await app.client.articles.get({ id })).doc).toEqual(held('旧名'))
})

test.each([
  ['title', 500],
  ['dek', 2000],
] as const)(
  'an article whose %s would be too long stays as it is; others are replaced',
  async (field, most) => {
    const long = await app.client.articles.create({ [field]: '旧'.repeat(most) })
    const short = await app.client.articles.create({ [field]: '旧'.repeat(most / 2) })
    const { changed, refused } = await apply(await find({ query: '旧', replacement: '新的' }))
    expect({ changed, refused }).toEqual({ changed: 1, refused: [long.id] })
    expect(await app.client.articles.get({ id: long.id })).toEqual(long)
    expect((await app.client.articles.get({ id: short.id }))[field]).toBe('新的'.repeat(most / 2))
  },
)

test('searches by filter, case, whole words and regular expressions; refuses what is none', async () => {
  const category = await app.client.categories.create({ name: '产品' })
  await app.client.articles.create({ title: 'AI 与 AIGC', categoryId: category.id })
  await app.client.articles.create({ title: 'ai 2024-05-06' })
  const titles = async (input: FindInput) =>
    (await find(input)).map(({ title, matches }) => [title, matches.length])
  expect(await titles({ query: 'ai' })).toEqual([
    ['ai 2024-05-06', 1],
    ['AI 与 AIGC', 2],
  ])
  expect(await titles({ query: 'AI', caseSensitive: true, wholeWord: true })).toEqual([['AI 与 AIGC', 1]])
  expect(await titles({ query: 'ai', filter: { categoryId: category.id } })).toEqual([['AI 与 AIGC', 2]])
  const [hit] = await find({
    query: '(\\d+)-(\\d+)-(\\d+)',
    regularExpression: true,
    replacement: '$1年$2月',
  })
  expect(hit?.matches[0]?.replacement).toBe('2024年05月')
  await expect(find({ query: '(', regularExpression: true })).rejects.toMatchObject({
    code: 'INVALID',
    data: { reason: 'pattern' },
  })
})

test('a search that never ends can be left', async () => {
  const text = 'a'.repeat(40)
  await app.client.articles.create({
    title: '长',
    doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `${text}!` }] }] },
  })
  const leaving = new AbortController()
  const stream = await app.client.replacing.find(
    { query: '(a+)+$', regularExpression: true },
    { signal: leaving.signal },
  )
  const next = stream.next()
  leaving.abort()
  await next.catch(() => {})
  expect((await app.client.articles.list({})).total).toBe(1)
})

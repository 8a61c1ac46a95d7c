import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { Finding } from '#shared/contract/checks.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'

let app: TestCore
beforeEach(async () => {
  app = await createTestCore()
})
afterEach(() => app.stop())

const text = (value: string, href?: string): NodeJson => ({
  type: 'text',
  text: value,
  ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
})
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const doc = (...content: NodeJson[]): ArticleContent['doc'] => ({ type: 'doc', content })

async function check(content: Partial<ArticleContent>): Promise<Finding[]> {
  const { id } = await app.client.articles.create(content)
  return (await app.client.checks.run({ articleId: id })).findings
}
const about = (findings: Finding[]) => findings.map(({ rule, excerpt }) => [rule, excerpt])

test('finds what is wrong with facts, make-up and text, each at its place', async () => {
  const other = await app.client.articles.create({ title: '未发布的一篇' })
  await app.client.articles.create({ title: '同名' })
  const findings = await check({
    title: '同名',
    doc: doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('甲')] },
      { type: 'heading', attrs: { level: 4 }, content: [text('跳级')] },
      paragraph(text('用AI写，「没有收尾。')),
      paragraph(text('另见'), text('那篇', `article:${other.uid}`), text('与空', '#')),
      { type: 'image', attrs: { media: null, source: 'https://a.example/b.png' } },
      { type: 'codeBlock', content: [text('用AI写「')] },
      paragraph({ type: 'footnote', content: [text('待补')] }),
    ),
  })
  expect(about(findings)).toEqual([
    ['duplicateTitle', ''],
    ['missingDek', ''],
    ['missingCategory', ''],
    ['missingCover', ''],
    ['headingOrder', '跳级'],
    ['spacing', '用A'],
    ['spacing', 'I写'],
    ['pairs', '「'],
    ['deadLink', '那篇'],
    ['emptyLink', '与空'],
    ['missingAlt', ''],
    ['placeholder', '待补'],
  ])
  expect(findings.find(({ rule }) => rule === 'headingOrder')?.fix).toEqual({
    kind: 'headingLevel',
    level: 3,
  })
  expect(findings.find(({ rule }) => rule === 'deadLink')?.detail).toBe('unpublished')
})

test('knows the newsroom’s own words, from files of any usual encoding', async () => {
  const gb18030 = new Uint8Array([0xc3, 0xf4, 0xb8, 0xd0, 0x0a, 0x23, 0x20, 0xd7, 0xa2, 0x0a])
  expect(
    await app.client.checks.importWords({ list: 'sensitive', file: new File([gb18030], 'words.txt') }),
  ).toEqual({ added: 1, ignored: 0 })
  const spelling = '登陆 => 登录\n帐号，账号\n无箭头\n'
  expect(
    await app.client.checks.importWords({ list: 'spelling', file: new File([spelling], 's.txt') }),
  ).toEqual({ added: 2, ignored: 1 })
  const findings = await check({
    title: '题',
    doc: doc(paragraph(text('敏感的帐号请登陆'))),
  })
  expect(
    findings.filter(({ field }) => field === 'body').map(({ rule, excerpt, fix }) => [rule, excerpt, fix]),
  ).toEqual([
    ['sensitive', '敏感', null],
    ['spelling', '帐号', { kind: 'text', text: '账号' }],
    ['spelling', '登陆', { kind: 'text', text: '登录' }],
  ])
  await app.client.checks.removeWords({ list: 'spelling', words: ['登陆'] })
  expect((await app.client.checks.words({ list: 'spelling' })).items).toEqual([
    { word: '帐号', preferred: '账号' },
  ])
  await expect(
    app.client.checks.importWords({ list: 'sensitive', file: new File(['# 只有注释\n'], 'x.txt') }),
  ).rejects.toMatchObject({ code: 'INVALID', data: { reason: 'empty' } })
})

test('says on which version it stood, with what is not stored yet over it', async () => {
  const { id, version } = await app.client.articles.create({ title: '题', doc: doc(paragraph(text('用AI'))) })
  const saved = await app.client.articles.save({ id, baseVersion: version, changes: { dek: '提要' } })
  const working = { doc: doc(paragraph(text('改过，数字待补'))) }
  const answers = [
    await app.client.checks.run({ articleId: id }),
    await app.client.checks.run({ articleId: id, working }),
  ]
  expect(answers.map((answer) => answer.version)).toEqual([saved.version, saved.version])
  const inBody = answers.map(({ findings }) => about(findings.filter(({ field }) => field === 'body')))
  expect(inBody).toEqual([[['spacing', '用A']], [['placeholder', '待补']]])
})

test('a waiver holds to the trouble, not to its place, and names its reason', async () => {
  const { id, version } = await app.client.articles.create({
    title: '题',
    doc: doc(paragraph(text('用AI'))),
  })
  const run = async () => (await app.client.checks.run({ articleId: id })).findings
  const [first] = (await run()).filter(({ rule }) => rule === 'spacing')
  if (!first) throw new Error('no finding')
  await app.client.checks.waive({ articleId: id, rule: 'spacing', key: first.key, reason: '品牌名' })
  await app.client.articles.save({
    id,
    baseVersion: version,
    changes: { doc: doc(paragraph(text('前面加一段。')), paragraph(text('用AI'))) },
  })
  expect((await run()).find(({ rule }) => rule === 'spacing')?.waived).toBe('品牌名')
  await app.client.checks.unwaive({ articleId: id, rule: 'spacing', key: first.key })
  expect((await run()).find(({ rule }) => rule === 'spacing')?.waived).toBeNull()
})

test('the plan shows what is open; a rule that blocks keeps an article from going out', async () => {
  const { id } = await app.client.articles.create({ title: '题', doc: doc(paragraph(text('数字待补'))) })
  const { id: targetId } = await app.client.targets.create({
    name: '本地',
    config: { kind: 'folder', folder: `${app.folder}-site` },
  })
  const request = { kind: 'articles' as const, ids: [id] }
  const plan = () => app.client.publishing.plan({ targetId, request })
  const reasons = (warnings: Awaited<ReturnType<typeof plan>>['warnings']) =>
    warnings.map(({ reason }) => reason)
  expect((await plan()).warnings).toContainEqual({
    reason: 'findings',
    articleId: id,
    detail: '题',
    count: 1,
  })
  expect(reasons((await plan()).warnings)).not.toContain('blocking-findings')

  await app.client.checks.setRule({ rule: 'placeholder', mode: 'block' })
  const blocked = await plan()
  expect(reasons(blocked.warnings)).toContain('blocking-findings')
  const publish = () =>
    app.client.publishing.publish({ targetId, request, confirmation: blocked.confirmation })
  await expect(publish()).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'blocking-findings' } })
  await app.client.checks.waive({ articleId: id, rule: 'placeholder', key: '待补', reason: '引文如此' })
  await expect(publish()).resolves.toMatchObject({ state: 'queued' })
})

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleId } from '../../../src/shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

let core: TestCore
let client: TestCore['client']

beforeEach(async () => {
  core = await createTestCore()
  client = core.client
})
afterEach(() => core.stop())

const error = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })
const history = async (articleId: ArticleId) =>
  (await client.reviews.list({ articleId })).map(({ kind, endedAt }) => [kind, endedAt === null])

describe('a review', () => {
  test('is asked for, answered with changes, asked for again and approved', async () => {
    const { id: articleId } = await client.articles.create(buildArticle())
    await client.settings.update({ person: { name: '林知' } })
    const asked = await client.reviews.request({
      articleId,
      baseVersion: 1,
      addressee: '苏晚',
      note: '请看第二段',
    })
    expect(asked.state).toBe('in_review')
    const changes = await client.reviews.askForChanges({ articleId, baseVersion: 1, note: '数字要出处' })
    expect(changes.state).toBe('draft')
    await client.reviews.request({ articleId, baseVersion: 1 })
    expect(await client.reviews.approve({ articleId, baseVersion: 1 })).toMatchObject({
      state: 'approved',
      version: 1,
    })
    expect(await history(articleId)).toEqual([
      ['approved', true],
      ['requested', false],
      ['changes-requested', true],
      ['requested', false],
    ])
    const [, , , first] = await client.reviews.list({ articleId })
    expect(first).toMatchObject({ addressee: '苏晚', note: '请看第二段' })
    await expect(client.reviews.approve({ articleId, baseVersion: 2 })).rejects.toEqual(error('CONFLICT'))
  })

  test('is written down, too, where the state is set by hand', async () => {
    const { id } = await client.articles.create(buildArticle())
    await client.articles.setState({ id, baseVersion: 1, state: 'approved' })
    expect(await history(id)).toEqual([['approved', true]])
    await client.articles.setState({ id, baseVersion: 1, state: 'draft' })
    expect(await history(id)).toEqual([['approved', false]])
  })
})

describe('an approval', () => {
  const approved = async () => {
    const { id } = await client.articles.create(buildArticle())
    await client.reviews.approve({ articleId: id, baseVersion: 1 })
    return id
  }

  test('falls away when the text changes; what was approved can be seen again', async () => {
    const id = await approved()
    const before = await client.articles.get({ id })
    const saved = await client.articles.save({
      id,
      baseVersion: 1,
      changes: { doc: buildDocument('改过的正文。') },
    })
    expect(saved.state).toBe('in_review')
    expect(await history(id)).toEqual([['approved', false]])
    const [review] = await client.reviews.list({ articleId: id })
    if (!review?.revisionId) throw new Error('no revision')
    expect((await client.revisions.get({ id: review.revisionId })).content.doc).toEqual(before.doc)
  })

  test.each([
    ['a title', { title: '另一个标题' }],
    ['a dek', { dek: '另一段' }],
    ['tags', { tags: ['大模型'] }],
  ])('falls away with %s', async (_what, changes) => {
    const id = await approved()
    expect(await client.articles.save({ id, baseVersion: 1, changes })).toMatchObject({ state: 'in_review' })
  })

  test('stands, and the state with it, when only the starting views change', async () => {
    const id = await approved()
    const changes = { startingViews: 129 }
    expect(await client.articles.save({ id, baseVersion: 1, changes })).toMatchObject({
      state: 'approved',
      startingViews: 129,
    })
    expect(await history(id)).toEqual([['approved', true]])
    await client.articles.save({ id, baseVersion: 2, changes: { ...changes, dek: '另一段' } })
    expect(await client.articles.get({ id })).toMatchObject({ state: 'in_review' })
    expect(await history(id)).toEqual([['approved', false]])
  })

  test('falls away when many articles are given a category at once', async () => {
    const id = await approved()
    const category = await client.categories.create({ name: '业界动态', parentId: null })
    await client.articles.categorize({ ids: [id], categoryId: category.id })
    expect(await client.articles.get({ id })).toMatchObject({ state: 'in_review' })
    expect(await history(id)).toEqual([['approved', false]])
  })

  test('holds through comments and suggestions', async () => {
    const { id } = await client.articles.create(buildArticle({ doc: buildDocument('稿件正文') }))
    await client.reviews.approve({ articleId: id, baseVersion: 1 })
    const attrs = { id: 'a', author: 'p', at: 1 }
    const doc = buildDocument({
      type: 'paragraph',
      content: [
        { type: 'text', text: '稿件', marks: [{ type: 'comment', attrs: { thread: randomUUID() } }] },
        { type: 'text', text: '正文', marks: [{ type: 'deletion', attrs }] },
        { type: 'text', text: '内容', marks: [{ type: 'insertion', attrs }] },
      ],
    })
    expect(await client.articles.save({ id, baseVersion: 1, changes: { doc } })).toMatchObject({
      state: 'approved',
      version: 2,
    })
    expect(await history(id)).toEqual([['approved', true]])
  })
})

describe('publishing only what is approved', () => {
  test('refuses the rest, and says so in the plan', async () => {
    const { id } = await client.articles.create(buildArticle())
    const { id: targetId } = await client.targets.create({
      name: '站点',
      config: { kind: 'folder', folder: `${core.folder}-site` },
    })
    const request = { kind: 'articles' as const, ids: [id] }
    const reasons = (plan: { warnings: { reason: string }[] }) => plan.warnings.map(({ reason }) => reason)
    expect(reasons(await client.publishing.plan({ targetId, request }))).not.toContain('not-approved')
    await client.settings.update({ review: { approvedOnly: true } })
    const plan = await client.publishing.plan({ targetId, request })
    expect(reasons(plan)).toContain('not-approved')
    const { confirmation } = plan
    await expect(client.publishing.publish({ targetId, request, confirmation })).rejects.toEqual(
      error('REFUSED', 'not-approved'),
    )
    const at = core.clock.now() + 60_000
    await expect(client.publishing.schedule({ articleId: id, baseVersion: 1, targetId, at })).rejects.toEqual(
      error('REFUSED', 'not-approved'),
    )

    await client.reviews.approve({ articleId: id, baseVersion: 1 })
    const again = await client.publishing.plan({ targetId, request })
    expect(reasons(again)).not.toContain('not-approved')
    await client.publishing.publish({ targetId, request, confirmation: again.confirmation })
  })
})

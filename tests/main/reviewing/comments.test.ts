import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'
import { publishAll } from '../../helpers/publish-all.ts'

let core: TestCore
let client: TestCore['client']

beforeEach(async () => {
  core = await createTestCore()
  client = core.client
})
afterEach(() => core.stop())

const error = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })

/** A paragraph with a comment on its second part. */
const commented = (thread: string, [before, on, after]: readonly [string, string, string]) => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: before },
    { type: 'text', text: on, marks: [{ type: 'comment', attrs: { thread } }] },
    { type: 'text', text: after },
  ],
})

describe('threads', () => {
  test('are begun, answered, edited, resolved and opened again by an answer', async () => {
    const { id: articleId } = await client.articles.create(buildArticle())
    await client.settings.update({ person: { name: ' 林知 ', colour: 'blue' } })
    const uid = randomUUID()
    const begun = await client.comments.start({ articleId, uid, quote: '深水区', text: ' 换个说法？ ' })
    const [me] = await client.people.list()
    expect(me).toMatchObject({ name: '林知', colour: 'blue' })
    expect(begun).toMatchObject({ uid, quote: '深水区', resolvedAt: null })
    expect(begun.messages).toEqual([
      expect.objectContaining({ author: me?.id, text: '换个说法？', editedAt: null }),
    ])
    // The answer may have been lost on its way.
    expect(await client.comments.start({ articleId, uid, quote: '', text: '又一次' })).toEqual(begun)

    await client.comments.reply({ thread: uid, text: '好' })
    const first = begun.messages[0]?.uid ?? ''
    const edited = await client.comments.edit({ message: first, text: '换一个说法' })
    expect(edited.messages.map(({ text }) => text)).toEqual(['换一个说法', '好'])
    expect(edited.messages[0]?.editedAt).toBe(core.clock.now())

    expect(await client.comments.resolve({ thread: uid, resolved: true })).toMatchObject({
      resolvedAt: core.clock.now(),
      resolvedBy: me?.id,
    })
    const opened = await client.comments.reply({ thread: uid, text: '还有' })
    expect(opened.resolvedAt).toBeNull()
    expect(await client.comments.requote({ thread: uid, quote: '产业' })).toMatchObject({ quote: '产业' })
    expect(await client.comments.list({ articleId })).toHaveLength(1)

    const last = opened.messages[2]?.uid ?? ''
    expect((await client.comments.delete({ message: last }))?.messages).toHaveLength(2)
    expect(await client.comments.delete({ message: first })).toBeNull()
    expect(await client.comments.list({ articleId })).toEqual([])
  })

  test('the name of the editor follows the settings, the id stays', async () => {
    const { id: articleId } = await client.articles.create({})
    await client.comments.start({ articleId, uid: randomUUID(), quote: '', text: '一' })
    const [nameless] = await client.people.list()
    await client.settings.update({ person: { name: '苏晚' } })
    expect(await client.people.list()).toEqual([{ ...nameless, name: '苏晚' }])
  })

  test('belong to one article; what is gone is said so; empty words are refused', async () => {
    const one = await client.articles.create({})
    const two = await client.articles.create({})
    const uid = randomUUID()
    await client.comments.start({ articleId: one.id, uid, quote: '', text: '一' })
    await expect(client.comments.start({ articleId: two.id, uid, quote: '', text: '一' })).rejects.toEqual(
      error('REFUSED', 'exists'),
    )
    await expect(client.comments.reply({ thread: randomUUID(), text: '一' })).rejects.toEqual(
      error('NOT_FOUND'),
    )
    await expect(client.comments.reply({ thread: uid, text: '  ' })).rejects.toEqual(error('BAD_REQUEST'))
  })
})

describe('comments and readers', () => {
  test('a comment changes the version and nothing that readers get', async () => {
    await core.core.start()
    const doc = buildDocument('大模型进入产业深水区。')
    const article = await client.articles.create(buildArticle({ doc }))
    const { targetId } = await publishAll(client, { folder: `${core.folder}-site` })
    const live = await client.articles.get({ id: article.id })
    const thread = randomUUID()
    const saved = await client.articles.save({
      id: article.id,
      baseVersion: live.version,
      changes: { doc: buildDocument(commented(thread, ['大模型进入', '产业', '深水区。'])) },
    })
    expect(saved).toMatchObject({
      version: live.version + 1,
      state: 'published',
      changedSincePublication: false,
      characters: live.characters,
    })
    const plan = await client.publishing.plan({
      targetId,
      request: { kind: 'articles', ids: [article.id] },
    })
    expect(plan).toMatchObject({ articles: [], added: 0, changed: 0, removed: 0 })
    // A save from before it is a conflict all the same.
    await expect(
      client.articles.save({ id: article.id, baseVersion: live.version, changes: { title: '新' } }),
    ).rejects.toEqual(error('CONFLICT'))
    expect(
      await client.articles.save({ id: article.id, baseVersion: saved.version, changes: { title: '新' } }),
    ).toMatchObject({ changedSincePublication: true })
  })

  test('the plan tells how many comments and suggestions are open', async () => {
    const insertion = { type: 'insertion', attrs: { id: 'a', author: 'p', at: 1 } }
    const doc = buildDocument({
      type: 'paragraph',
      content: [
        { type: 'text', text: '稿件' },
        { type: 'text', text: '正文', marks: [insertion] },
      ],
    })
    const { id: articleId, characters } = await client.articles.create(buildArticle({ doc }))
    expect(characters).toBe(2)
    const resolved = randomUUID()
    for (const uid of [randomUUID(), randomUUID(), resolved])
      await client.comments.start({ articleId, uid, quote: '', text: '一' })
    await client.comments.resolve({ thread: resolved, resolved: true })
    const target = await client.targets.create({
      name: '站点',
      config: { kind: 'folder', folder: `${core.folder}-site` },
    })
    const { warnings } = await client.publishing.plan({
      targetId: target.id,
      request: { kind: 'articles', ids: [articleId] },
    })
    expect(warnings).toContainEqual(expect.objectContaining({ reason: 'open-comments', articleId, count: 2 }))
    expect(warnings).toContainEqual(
      expect.objectContaining({ reason: 'open-suggestions', articleId, count: 1 }),
    )
  })
})

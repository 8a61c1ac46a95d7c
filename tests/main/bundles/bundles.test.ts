import { join } from 'node:path'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '#shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

let here: TestCore
let there: TestCore
beforeEach(async () => {
  here = await createTestCore()
  there = await createTestCore()
})
afterEach(async () => {
  await here.stop()
  await there.stop()
})

const opening = '开头的一段文字在此,说明来意。'
const ending = '最后一段说的是别的事情。'
const article = (core: TestCore, id: ArticleId) => core.client.articles.get({ id })
const textsOf = async (core: TestCore, id: ArticleId) =>
  (await article(core, id)).doc.content?.map(({ content }) => content?.[0]?.text)
const reasons = async (core: TestCore, id: ArticleId) =>
  (await core.client.revisions.list({ articleId: id })).map(({ reason }) => reason)
const exported = (core: TestCore, articleId: ArticleId) => core.client.bundles.export({ articleId })
const called = (core: TestCore, name: string) => core.client.settings.update({ person: { name } })
const edit = async (core: TestCore, id: ArticleId, changes: object) =>
  core.client.articles.save({ id, baseVersion: (await article(core, id)).version, changes })

/** One article on both machines, sent from here. */
async function sent() {
  const { id } = await here.client.articles.create(
    buildArticle({ title: '审稿', doc: buildDocument(opening, ending) }),
  )
  const { articleId, outcome } = await there.client.bundles.merge({ file: await exported(here, id) })
  expect(outcome).toBe('create')
  return { id, elsewhere: articleId }
}

test('an article arrives on another machine as it was, with its pictures and its category', async () => {
  const picture = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const media = await here.client.media.upload({ file: new File([new Uint8Array(picture)], '现场.png') })
  const top = await here.client.categories.create({ name: '业界' })
  const category = await here.client.categories.create({ name: '硬件', parentId: top.id })
  const image = { type: 'image', attrs: { media: media.id, alt: '现场', caption: '摄于会场' } }
  const written = await here.client.articles.create(
    buildArticle({
      title: '带图: <b>“稿件”</b>',
      categoryId: category.id,
      tags: ['甲'],
      byline: '快照小生',
      cover: media.id,
      doc: buildDocument(opening, image),
    }),
  )
  await called(here, '小编')
  const file = await exported(here, written.id)
  expect(file.name).toBe('带图 b “稿件” b.galley')
  expect(await there.client.bundles.inspect({ file })).toMatchObject({
    uid: written.uid,
    title: '带图: <b>“稿件”</b>',
    author: '小编',
    pictures: 1,
    outcome: 'create',
    article: null,
    unknownCategory: '业界 / 硬件',
  })
  const { articleId } = await there.client.bundles.merge({ file })
  const arrived = await article(there, articleId)
  const { id, categoryId, createdAt, updatedAt, version, ...same } = written
  expect({ ...arrived, doc: null }).toMatchObject({ ...same, doc: null })
  expect(arrived.doc.content?.[1]?.attrs).toMatchObject(image.attrs)
  expect((await there.client.media.get({ id: media.id })).fileName).toBe('现场.png')
  const [parent, child] = await there.client.categories.list()
  expect([parent?.name, child?.name, child?.parentId]).toEqual(['业界', '硬件', parent?.id])
  expect(arrived.categoryId).toBe(child?.id)
  expect(await reasons(there, articleId)).toEqual(['import'])
})

test('what came back unchanged here is taken as it is, and what was here is kept', async () => {
  const { id, elsewhere } = await sent()
  await edit(there, elsewhere, { title: '审过的稿', doc: buildDocument(opening, '改过的结尾,完全不同。') })
  await called(there, '审稿人')
  const file = await exported(there, elsewhere)
  expect(await here.client.bundles.inspect({ file })).toMatchObject({ outcome: 'forward', author: '审稿人' })
  expect(await here.client.bundles.merge({ file })).toEqual({ articleId: id, outcome: 'forward' })
  expect(await article(here, id)).toMatchObject({ title: '审过的稿', slug: 'shen-guo-de-gao' })
  const [after, before] = await here.client.revisions.list({ articleId: id })
  expect(after).toMatchObject({ reason: 'merge', author: '审稿人', title: '审过的稿' })
  expect(before).toMatchObject({ reason: 'before_merge', title: '审稿' })

  const { version } = await article(here, id)
  expect((await here.client.bundles.inspect({ file })).outcome).toBe('nothing')
  expect((await here.client.bundles.merge({ file })).outcome).toBe('nothing')
  expect((await article(here, id)).version).toBe(version)
  expect(await reasons(here, id)).toEqual(['merge', 'before_merge'])
})

test('changes of both sides in different places come together, and go back and forth', async () => {
  const { id, elsewhere } = await sent()
  await edit(here, id, { doc: buildDocument(opening, ending, '这边补充的一段。') })
  await edit(there, elsewhere, { doc: buildDocument(`${opening}那边加的话。`, ending), byline: '乙君' })
  const { outcome } = await here.client.bundles.merge({ file: await exported(there, elsewhere) })
  expect(outcome).toBe('merge')
  const together = [`${opening}那边加的话。`, ending, '这边补充的一段。']
  expect(await textsOf(here, id)).toEqual(together)
  expect((await article(here, id)).byline).toBe('乙君')

  await edit(there, elsewhere, { dek: '那边随后写的摘要' })
  const back = await exported(here, id)
  expect((await there.client.bundles.inspect({ file: back })).outcome).toBe('merge')
  await there.client.bundles.merge({ file: back })
  expect(await textsOf(there, elsewhere)).toEqual(together)
  expect(await article(there, elsewhere)).toMatchObject({ dek: '那边随后写的摘要', byline: '乙君' })
})

test('the same place changed by both waits for a choice, then is saved as one revision', async () => {
  const { id, elsewhere } = await sent()
  await edit(here, id, { doc: buildDocument('开头这边改写了。', ending) })
  await edit(there, elsewhere, { doc: buildDocument('开头那边另写了。', ending) })
  const file = await exported(there, elsewhere)
  const inspected = await here.client.bundles.inspect({ file })
  expect(inspected.outcome).toBe('conflicts')
  const before = await article(here, id)
  await expect(here.client.bundles.merge({ file })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'bundle-conflicts', detail: 'block-0' },
  })
  expect(await article(here, id)).toEqual(before)

  await edit(here, id, { dek: '有人还在写' })
  const choices = { 'block-0': 'both' as const }
  await expect(
    here.client.bundles.merge({ file, choices, baseVersion: inspected.article?.version }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
  await here.client.bundles.merge({ file, choices })
  expect(await textsOf(here, id)).toEqual(['开头这边改写了。', '开头那边另写了。', ending])
  expect((await reasons(here, id)).slice(0, 2)).toEqual(['merge', 'before_merge'])
})

test('going back to an earlier version is a change like any other, and stays one', async () => {
  const { id, elsewhere } = await sent()
  await edit(here, id, { doc: buildDocument(opening, '第二版的结尾,全部重写。') })
  await there.client.bundles.merge({ file: await exported(here, id) })
  await edit(there, elsewhere, { doc: buildDocument(opening, ending) })
  const file = await exported(there, elsewhere)
  expect((await here.client.bundles.inspect({ file })).outcome).toBe('forward')
  expect((await here.client.bundles.merge({ file })).outcome).toBe('forward')
  expect(await textsOf(here, id)).toEqual([opening, ending])

  await edit(here, id, { doc: buildDocument(opening, '第三版的结尾,又写了一遍。') })
  expect((await here.client.bundles.merge({ file })).outcome).toBe('nothing')
  expect(await textsOf(here, id)).toEqual([opening, '第三版的结尾,又写了一遍。'])
})

test('going back to an earlier version comes together with what was written meanwhile', async () => {
  const { id, elsewhere } = await sent()
  await edit(here, id, { doc: buildDocument(opening, '第二版的结尾,全部重写。') })
  await there.client.bundles.merge({ file: await exported(here, id) })
  await edit(there, elsewhere, { doc: buildDocument(opening, ending) })
  await edit(here, id, { dek: '随后写的摘要' })
  const { outcome } = await here.client.bundles.merge({ file: await exported(there, elsewhere) })
  expect(outcome).toBe('merge')
  expect(await textsOf(here, id)).toEqual([opening, ending])
  expect((await article(here, id)).dek).toBe('随后写的摘要')
})

test('an old bundle that is taken in again changes nothing, now or at the next merge', async () => {
  const { id, elsewhere } = await sent()
  await edit(there, elsewhere, { doc: buildDocument('开头审过一遍。', ending) })
  const old = await exported(there, elsewhere)
  await here.client.bundles.merge({ file: old })
  await edit(here, id, { doc: buildDocument('开头照意见改好了。', ending) })
  await there.client.bundles.merge({ file: await exported(here, id) })

  const before = await article(here, id)
  expect((await here.client.bundles.inspect({ file: old })).outcome).toBe('nothing')
  expect((await here.client.bundles.merge({ file: old })).outcome).toBe('nothing')
  expect(await article(here, id)).toEqual(before)

  await edit(there, elsewhere, { doc: buildDocument('开头再审一遍。', ending) })
  await edit(here, id, { doc: buildDocument('开头照意见改好了。', `${ending}补充一句。`) })
  const { outcome } = await here.client.bundles.merge({ file: await exported(there, elsewhere) })
  expect(outcome).toBe('merge')
  expect(await textsOf(here, id)).toEqual(['开头再审一遍。', `${ending}补充一句。`])
})

test('a third machine in between loses nothing of what it passes on', async () => {
  const { id, elsewhere } = await sent()
  const third = await createTestCore()
  try {
    await edit(there, elsewhere, { doc: buildDocument(`${opening}第二台加的话。`, ending) })
    const { articleId } = await third.client.bundles.merge({ file: await exported(there, elsewhere) })
    await edit(third, articleId, {
      doc: buildDocument(`${opening}第二台加的话。`, ending, '第三台补的一段。'),
    })
    const { outcome } = await here.client.bundles.merge({ file: await exported(third, articleId) })
    expect(outcome).toBe('forward')
    expect(await textsOf(here, id)).toEqual([`${opening}第二台加的话。`, ending, '第三台补的一段。'])
  } finally {
    await third.stop()
  }
})

test('a version that this machine only heard of comes with the bundle', async () => {
  const { id, elsewhere } = await sent()
  const third = await createTestCore()
  try {
    await edit(there, elsewhere, { doc: buildDocument(`${opening}第二台加的话。`, ending) })
    const { articleId } = await third.client.bundles.merge({ file: await exported(there, elsewhere) })
    await edit(here, id, { doc: buildDocument(opening, `${ending}第一台加的话。`) })
    const { outcome } = await third.client.bundles.merge({ file: await exported(here, id) })
    expect(outcome).toBe('merge')
    expect(await textsOf(third, articleId)).toEqual([`${opening}第二台加的话。`, `${ending}第一台加的话。`])
  } finally {
    await third.stop()
  }
})

test('without a version that both know every difference is a conflict', async () => {
  const { id, elsewhere } = await sent()
  await edit(here, id, { title: '这边的题' })
  await edit(there, elsewhere, { byline: '乙君' })
  const file = await exported(there, elsewhere)
  const db = new Database(join(here.folder, 'library.db'))
  // As after a restore of a copy from before the article was sent.
  db.exec('DELETE FROM bundle_contents')
  db.close()
  const { outcome, versions } = await here.client.bundles.inspect({ file })
  expect(outcome).toBe('conflicts')
  expect(versions?.base).toBeNull()
  await here.client.bundles.merge({ file, choices: { 'field-title': 'mine', 'field-byline': 'theirs' } })
  expect(await article(here, id)).toMatchObject({ title: '这边的题', byline: '乙君' })
})

test('an article in the trash is not written to', async () => {
  const { id, elsewhere } = await sent()
  await edit(there, elsewhere, { title: '新题' })
  await here.client.articles.trash({ ids: [id] })
  await expect(here.client.bundles.merge({ file: await exported(there, elsewhere) })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'trashed' },
  })
})

test('a slug that is taken there gets a number, and the pictures of a broken library are left out', async () => {
  const { id } = await here.client.articles.create(buildArticle({ title: '甲', slug: 'same' }))
  await there.client.articles.create(buildArticle({ title: '乙', slug: 'same' }))
  const { articleId } = await there.client.bundles.merge({ file: await exported(here, id) })
  expect(await article(there, articleId)).toMatchObject({ slug: 'same-2', slugIsAutomatic: false })
})

test('comments go along and come back, each once, and nobody is taken for somebody else', async () => {
  const { id, elsewhere } = await sent()
  await called(here, '小编')
  await called(there, '审稿人')
  const thread = crypto.randomUUID()
  await here.client.comments.start({ articleId: id, uid: thread, quote: '开头', text: '这句要核实' })
  await there.client.bundles.merge({ file: await exported(here, id) })
  await there.client.comments.reply({ thread, text: '已核实 <img src=x onerror=alert(1)>' })
  there.clock.advance(1_000)
  await there.client.comments.resolve({ thread, resolved: true })
  const back = await exported(there, elsewhere)
  expect(await here.client.bundles.inspect({ file: back })).toMatchObject({ outcome: 'nothing', comments: 2 })
  for (let time = 0; time < 2; time++) await here.client.bundles.merge({ file: back })
  const [found, ...others] = await here.client.comments.list({ articleId: id })
  expect(others).toEqual([])
  const people = new Map((await here.client.people.list({})).map((person) => [person.id, person.name]))
  expect(found?.messages.map(({ author, text }) => `${people.get(author)}: ${text}`)).toEqual([
    '小编: 这句要核实',
    '审稿人: 已核实 <img src=x onerror=alert(1)>',
  ])
  expect(people.get(found?.resolvedBy ?? '')).toBe('审稿人')
  expect((await here.client.people.list({}))[0]?.name).toBe('小编')
})

test('whoever suggests something is known where the article comes to, and beyond', async () => {
  const third = await createTestCore()
  try {
    await called(here, '小编')
    const [me] = await here.client.people.list()
    const mark = { type: 'insertion', attrs: { id: 's1', author: me?.id, at: 0, joined: false } }
    const suggested = {
      type: 'paragraph',
      content: [{ type: 'text', text: '建议加的一句。', marks: [mark] }],
    }
    const { id } = await here.client.articles.create(buildArticle({ doc: buildDocument(opening, suggested) }))
    const { articleId } = await there.client.bundles.merge({ file: await exported(here, id) })
    expect(await there.client.people.list()).toContainEqual(me)
    await third.client.bundles.merge({ file: await exported(there, articleId) })
    expect(await third.client.people.list()).toContainEqual(me)
  } finally {
    await third.stop()
  }
})

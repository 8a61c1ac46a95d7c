import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { DisconnectedError } from '../../../src/renderer/api/connection.ts'
import type { Body } from '../../../src/renderer/scenes/article-editor/draft/body.ts'
import { createDraft, type Draft } from '../../../src/renderer/scenes/article-editor/draft/draft.ts'
import type { Journal, JournalEntry } from '../../../src/renderer/scenes/article-editor/draft/journal.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'

const doc = (text: string): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const body = (text: string): Body => {
  const json = doc(text)
  return { identity: json, read: () => json }
}

/** The browser's storage, as far as drafts are concerned. */
function memoryJournal() {
  const entries = new Map<ArticleId, JournalEntry>()
  const journal: Journal = {
    put: async (entry) => void entries.set(entry.articleId, entry),
    putNow: (entry) => void entries.set(entry.articleId, entry),
    remove: async (id) => void entries.delete(id),
    leftBehind: async () => [],
    discard: async () => {},
  }
  return { journal, entries }
}

/** Resolves once the draft is in the wanted state. */
const until = (draft: Draft, reached: (draft: Draft) => boolean) =>
  new Promise<void>((resolve) => {
    if (reached(draft)) return resolve()
    const stop = draft.subscribe(() => {
      if (!reached(draft)) return
      stop()
      resolve()
    })
  })
const isSaved = (draft: Draft) => draft.getState().status === 'saved' && !draft.isDirty()

let core: TestCore
let draft: Draft
let saves: unknown[]
let documentsRead: number
let connected: boolean
let entries: Map<ArticleId, JournalEntry>
/** Runs after the core has saved, before the answer arrives. */
let afterSave: () => void

beforeEach(async () => {
  core = await createTestCore()
  const article = await core.client.articles.create({ title: '原题', doc: doc('原文') })
  saves = []
  documentsRead = 0
  connected = true
  afterSave = () => {}
  const kept = memoryJournal()
  entries = kept.entries
  draft = createDraft(article, {
    delay: 5,
    longestDelay: 40,
    journal: kept.journal,
    core: {
      isConnected: () => connected,
      get: (input) => {
        documentsRead++
        return core.client.articles.get(input)
      },
      getSaved: core.client.articles.getSaved,
      keepConflict: core.client.revisions.keepConflict,
      save: async (input) => {
        saves.push(input.changes)
        const saved = await core.client.articles.save(input)
        afterSave()
        return saved
      },
    },
  })
})

afterEach(async () => {
  draft.dispose()
  await core.stop()
})

test('saves only what changed, and says so', async () => {
  draft.change({ dek: '摘要' })
  expect(draft.getState().status).toBe('unsaved')
  await until(draft, isSaved)
  expect(saves).toEqual([{ dek: '摘要' }])
  expect((await core.client.articles.get({ id: draft.id })).dek).toBe('摘要')
})

test('gathers quick changes and saves a body that was typed meanwhile afterwards', async () => {
  draft.changeBody(body('一'))
  draft.changeBody(body('二'))
  draft.change({ title: '新题' })
  afterSave = () => {
    afterSave = () => {}
    draft.changeBody(body('三'))
  }
  await until(draft, isSaved)
  expect(saves).toEqual([{ title: '新题', doc: doc('二') }, { doc: doc('三') }])
  expect((await core.client.articles.get({ id: draft.id })).doc).toEqual(doc('三'))
})

test('saves nothing by itself while an input method composes', async () => {
  const release = draft.hold()
  draft.change({ dek: '先写的' })
  // The journal is written long after the delay of a save.
  await expect.poll(() => entries.size).toBe(1)
  expect(saves).toEqual([])
  release()
  await until(draft, isSaved)
  expect(saves).toEqual([{ dek: '先写的' }])
})

test('the slug follows the title, and a written name keeps its last space', async () => {
  draft.change({ title: '模型', byline: 'Ada ' })
  await until(draft, isSaved)
  expect(draft.getState().fields.slug).toBe('mo-xing')
  expect(draft.getState().fields.byline).toBe('Ada ')
  expect(draft.getState().stored.byline).toBe('Ada')
})

test('keeps everything while the core is away, and saves when it is back', async () => {
  connected = false
  draft.changeBody(body('断线时写的'))
  await draft.flush()
  expect(draft.getState().status).toBe('offline')
  expect(draft.isDirty()).toBe(true)
  connected = true
  draft.reconnected()
  await until(draft, isSaved)
  expect((await core.client.articles.get({ id: draft.id })).doc).toEqual(doc('断线时写的'))
})

test('an answer that got lost is not a conflict', async () => {
  afterSave = () => {
    afterSave = () => {}
    throw new DisconnectedError()
  }
  draft.changeBody(body('存了却没有回音'))
  await draft.flush()
  expect(draft.getState().status).toBe('offline')
  draft.reconnected()
  await until(draft, isSaved)
  expect(draft.getState().theirs).toBeNull()
  expect(saves).toHaveLength(2)
})

const saveElsewhere = async (changes: Partial<ArticleContent>) => {
  const { version } = await core.client.articles.get({ id: draft.id })
  return core.client.articles.save({ id: draft.id, baseVersion: version, changes })
}

test('a clean draft takes over what another window saved', async () => {
  await saveElsewhere({ title: '别处的题', doc: doc('别处的文') })
  draft.remoteChanged()
  await until(draft, () => draft.getState().fields.title === '别处的题')
  expect(draft.body().read()).toEqual(doc('别处的文'))
  expect(draft.isDirty()).toBe(false)
})

/** Gives the article a category, a tag and a byline; answers how each is changed for all articles at once. */
async function labelled() {
  const { id: categoryId } = await core.client.categories.create({ name: '要闻' })
  draft.change({ categoryId, tags: ['模型', '芯片'], byline: '林 ' })
  await until(draft, isSaved)
  const [byline] = await core.client.bylines.list({})
  const tag = (await core.client.tags.list({})).find(({ name }) => name === '模型')
  if (!byline || !tag) throw new Error('no labels')
  return {
    categoryId,
    deleteCategory: () => core.client.categories.delete({ id: categoryId, reassignTo: null }),
    renameTag: () => core.client.tags.rename({ id: tag.id, name: '大模型' }),
    renameByline: () => core.client.bylines.rename({ id: byline.id, name: '林墨' }),
  }
}

test('labels that change for all articles, without a new version, are followed', async () => {
  const { deleteCategory, renameTag, renameByline, categoryId } = await labelled()
  await renameTag()
  draft.remoteChanged()
  await until(draft, () => draft.getState().fields.tags[0] === '大模型')
  // A name that the core trimmed stays as it is being written.
  expect(draft.getState().fields).toMatchObject({ byline: '林 ', categoryId })

  await deleteCategory()
  await renameByline()
  draft.remoteChanged()
  await until(draft, () => draft.getState().fields.byline === '林墨')
  expect(draft.getState().fields).toMatchObject({ categoryId: null, tags: ['大模型', '芯片'] })
  expect(draft.isDirty()).toBe(false)
  // Long documents take a frame to read, and none is other than what is shown.
  expect(documentsRead).toBe(0)
})

test('labels that change while a save is on its way are followed, but for what was written meanwhile', async () => {
  const { deleteCategory, renameTag, renameByline } = await labelled()
  await deleteCategory()
  await renameTag()
  await renameByline()
  draft.change({ dek: '摘要' })
  afterSave = () => {
    afterSave = () => {}
    connected = false
    draft.change({ byline: '苏', tags: ['芯片'] })
  }
  await draft.flush()
  expect(draft.getState().fields).toMatchObject({
    dek: '摘要',
    categoryId: null,
    byline: '苏',
    tags: ['芯片'],
  })
  connected = true
  draft.reconnected()
  await until(draft, isSaved)
  const { byline, tags } = await core.client.articles.get({ id: draft.id })
  expect({ byline, tags }).toEqual({ byline: '苏', tags: ['芯片'] })
})

test('a stale save is a conflict; keeping mine keeps theirs as a revision', async () => {
  await saveElsewhere({ doc: doc('他写的') })
  draft.changeBody(body('我写的'))
  await draft.flush()
  expect(draft.getState().status).toBe('conflict')
  expect(draft.getState().theirs?.doc).toEqual(doc('他写的'))

  await draft.keepMine()
  expect(isSaved(draft)).toBe(true)
  expect((await core.client.articles.get({ id: draft.id })).doc).toEqual(doc('我写的'))
  const kept = (await core.client.revisions.list({ articleId: draft.id })).find(
    ({ reason }) => reason === 'conflict',
  )
  expect(kept).toBeDefined()
  if (kept) expect((await core.client.revisions.get({ id: kept.id })).content.doc).toEqual(doc('他写的'))
})

test('taking theirs keeps mine as a revision', async () => {
  await saveElsewhere({ title: '他的题' })
  draft.change({ title: '我的题' })
  await draft.flush()
  await draft.takeTheirs()
  expect(draft.getState().fields.title).toBe('他的题')
  expect(draft.getState().status).toBe('saved')
  const kept = (await core.client.revisions.list({ articleId: draft.id })).find(
    ({ reason }) => reason === 'conflict',
  )
  expect(kept?.title).toBe('我的题')
})

test('the journal holds what is unsaved, and nothing once it is saved', async () => {
  connected = false
  draft.changeBody(body('未存'))
  await draft.flush()
  draft.changeBody(body('未存，又写'))
  await expect.poll(() => entries.get(draft.id)?.changes.doc).toEqual(doc('未存，又写'))
  connected = true
  draft.reconnected()
  await until(draft, isSaved)
  expect(entries.size).toBe(0)
})

test('an article deleted elsewhere is gone, and nothing is sent any more', async () => {
  await core.client.articles.trash({ ids: [draft.id] })
  await core.client.articles.deleteForever({ ids: [draft.id] })
  draft.change({ dek: '还在写' })
  await draft.flush()
  expect(draft.getState().status).toBe('gone')
  expect(draft.content().dek).toBe('还在写')
})

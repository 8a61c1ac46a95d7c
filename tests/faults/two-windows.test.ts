import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { plainText } from '#shared/document/plain-text.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { bodyOf } from '../../src/renderer/scenes/article-editor/draft/body.ts'
import { createDraft, type Draft } from '../../src/renderer/scenes/article-editor/draft/draft.ts'
import type { Journal, JournalEntry } from '../../src/renderer/scenes/article-editor/draft/journal.ts'
import { createRandom } from '../bench/generate.ts'
import { type HostProcess, startHost } from '../e2e/start-host.ts'
import { type Client, connectClient } from '../helpers/connect-client.ts'
import { databaseHealth, whole } from './healthy.ts'

const rounds = 50
const folder = mkdtempSync(join(tmpdir(), 'galley-two-windows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let host: HostProcess
let client: Client
let hangUp: () => void
let connected = false

async function open(): Promise<void> {
  host = await startHost(folder)
  const desk = await connectClient(await host.issueAddress())
  client = desk.client
  hangUp = desk.close
  connected = true
}
beforeAll(open)
afterAll(() => host.stop())

const random = createRandom(23)
const pause = (longest: number) => new Promise((resolve) => setTimeout(resolve, random() * longest))

/** A window on the article: its draft, and the browser's storage, which outlives it. */
async function openWindow(id: ArticleId, entries: Map<ArticleId, JournalEntry>): Promise<Draft> {
  const journal: Journal = {
    put: async (entry) => void entries.set(entry.articleId, entry),
    putNow: (entry) => void entries.set(entry.articleId, entry),
    remove: async (articleId) => void entries.delete(articleId),
    leftBehind: async () => [],
    discard: async (articleId) => void entries.delete(articleId),
  }
  return createDraft(await client.articles.get({ id }), {
    core: {
      isConnected: () => connected,
      get: (input) => client.articles.get(input),
      getSaved: (input) => client.articles.getSaved(input),
      save: (input) => client.articles.save(input),
      keepConflict: (input) => client.revisions.keepConflict(input),
    },
    journal,
    delay: 5,
    longestDelay: 20,
  })
}

const withLine = (doc: DocumentJson, line: string): DocumentJson => ({
  ...doc,
  content: [...(doc.content ?? []), { type: 'paragraph', content: [{ type: 'text', text: line }] }],
})

/** Saves what is unsaved; where the other window was first, keeps this one's text over it, as an editor may choose. */
async function settle(draft: Draft): Promise<void> {
  while (!(await draft.flush())) {
    if (draft.getState().theirs) await draft.keepMine()
    else throw new Error(`not saved: ${draft.getState().status}`)
  }
}

it(`two windows on one article keep every line through ${rounds} kills of the core or of a window`, async () => {
  const { id } = await client.articles.create({ title: '两扇窗' })
  const storages = [new Map<ArticleId, JournalEntry>(), new Map<ArticleId, JournalEntry>()]
  let windows = await Promise.all(storages.map((entries) => openWindow(id, entries)))
  const owed = new Set<string>()

  for (let round = 0; round < rounds; round++) {
    const writing = windows.map(async (draft, index) => {
      for (let line = 0; line < 3; line++) {
        const text = `${index === 0 ? '甲' : '乙'}窗第${round}回第${line}句。`
        draft.changeBody(bodyOf(withLine(draft.body().read(), text)))
        owed.add(text)
        await pause(12)
        if (draft.getState().theirs) await draft.keepMine().catch(() => {})
      }
    })
    const victim = Math.floor(random() * 3)
    await pause(25)
    if (victim === 2) {
      connected = false
      await host.kill()
      hangUp()
      for (const draft of windows) draft.disconnected()
      await Promise.all(writing)
      expect(databaseHealth(folder)).toEqual(whole)
      await open()
    } else {
      await Promise.all(writing)
      // What the window had not written to the storage yet goes with it; the storage is written a moment later.
      const gone = windows[victim]
      const entry = gone?.isDirty() ? gone.unsaved() : storages[victim]?.get(id)
      gone?.dispose()
      const draft = await openWindow(id, storages[victim] ?? new Map())
      if (entry) {
        await client.revisions.keep({ articleId: id })
        draft.restore({ ...draft.content(), ...entry.changes })
      }
      windows = windows.with(victim, draft)
    }
    for (const draft of windows) await settle(draft)
  }

  const revisions = await client.revisions.list({ articleId: id })
  const texts = await Promise.all(
    revisions.map(async ({ id: revision }) =>
      plainText((await client.revisions.get({ id: revision })).content.doc),
    ),
  )
  const kept = [plainText((await client.articles.get({ id })).doc), ...texts].join('\n')
  expect([...owed].filter((line) => !kept.includes(line))).toEqual([])
}, 180_000)

import type { ArticleId } from '#shared/model/ids.ts'
import { client, connectionState, onConnectionStateChange } from '../../../api/client.ts'
import { follow } from '../../../api/follow.ts'
import { createDraft, type Draft } from './draft.ts'
import { createJournal, type Journal } from './journal.ts'

interface Open {
  draft: Draft
  users: number
}

const open = new Map<ArticleId, Open>()
const opening = new Map<ArticleId, Promise<Draft>>()
let journal: Promise<Journal> | undefined

const theJournal = () => {
  journal ??= client.library.info().then(({ folder }) => createJournal(folder))
  // Asked again when the core could not be reached.
  journal.catch(() => (journal = undefined))
  return journal
}

const isConnected = () => connectionState() === 'connected'

const core = {
  isConnected,
  get: client.articles.get,
  getSaved: client.articles.getSaved,
  save: client.articles.save,
  keepConflict: client.revisions.keepConflict,
}

/** The draft of an article: the one that still holds unsaved changes, else a fresh one of what is stored. */
export async function openDraft(id: ArticleId): Promise<Draft> {
  const known = open.get(id)
  if (known) return known.draft
  const pending = opening.get(id)
  if (pending) return pending
  const loading = Promise.all([client.articles.get({ id }), theJournal()]).then(([article, kept]) => {
    const draft = createDraft(article, { core, journal: kept })
    open.set(id, { draft, users: 0 })
    watch()
    return draft
  })
  opening.set(id, loading)
  return loading.finally(() => opening.delete(id))
}

/** Keeps a draft alive until the answered function is called; then it goes once everything in it is saved. */
export function keepOpen(draft: Draft): () => void {
  const entry = open.get(draft.id)
  if (!entry) return () => {}
  entry.users++
  return () => {
    entry.users--
    void closeWhenSaved(entry)
  }
}

async function closeWhenSaved(entry: Open) {
  if (!(await entry.draft.flush()) || entry.users > 0) return
  if (open.get(entry.draft.id) !== entry) return
  open.delete(entry.draft.id)
  entry.draft.dispose()
}

export const leftBehind = async (id: ArticleId) => (await theJournal()).leftBehind(id)
export const discardLeftBehind = async (id: ArticleId) => (await theJournal()).discard(id)

/** Everything that is unsaved goes to the core; used before the program looks at stored articles. */
export const flushAll = () => Promise.all([...open.values()].map(({ draft }) => draft.flush()))

let watching = false
function watch() {
  if (watching) return
  watching = true
  const drafts = () => [...open.values()].map((entry) => entry.draft)

  follow((options) => client.articles.changed(undefined, options), {
    onEvent(change) {
      for (const draft of drafts())
        if (change.kind === 'reset' || change.ids.includes(draft.id)) draft.remoteChanged()
    },
    onGap() {
      for (const draft of drafts()) draft.remoteChanged()
    },
  })
  onConnectionStateChange(() => {
    if (!isConnected()) {
      for (const draft of drafts()) draft.disconnected()
      return
    }
    for (const entry of open.values()) {
      entry.draft.reconnected()
      if (entry.users === 0) void closeWhenSaved(entry)
    }
  })
  window.addEventListener('blur', () => void flushAll())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAll()
  })
  window.addEventListener('pagehide', () => {
    void journal?.then((kept) => {
      for (const draft of drafts()) if (draft.isDirty()) kept.putNow(draft.unsaved())
    })
    void flushAll()
  })
  window.addEventListener('beforeunload', (event) => {
    const stuck = drafts().some(
      (draft) =>
        draft.isDirty() &&
        (!isConnected() || ['offline', 'failed', 'conflict'].includes(draft.getState().status)),
    )
    if (stuck) event.preventDefault()
  })
}

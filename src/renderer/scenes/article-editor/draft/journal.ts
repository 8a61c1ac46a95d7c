import type { ArticleContent } from '#shared/contract/articles.ts'
import { documentText } from '#shared/document/document-text.ts'
import type { ArticleId } from '#shared/model/ids.ts'

/** Changes that no core has acknowledged yet. */
export interface JournalEntry {
  articleId: ArticleId
  baseVersion: number
  changes: Partial<ArticleContent>
  /** When the last of them was made. */
  at: number
}

export interface Journal {
  put(entry: JournalEntry): Promise<void>
  /** Synchronously, for a page that is about to go. */
  putNow(entry: JournalEntry): void
  remove(articleId: ArticleId): Promise<void>
  /** What windows that are gone have left behind, newest first. */
  leftBehind(articleId: ArticleId): Promise<JournalEntry[]>
  discard(articleId: ArticleId): Promise<void>
}

interface Stored extends Omit<JournalEntry, 'changes'> {
  library: string
  window: string
  changes: Omit<JournalEntry['changes'], 'doc'>
  /** As text: to copy every value of a long document takes longer than a frame. */
  doc: string | undefined
}

const entryOf = ({ changes, doc, articleId, baseVersion, at }: Stored): JournalEntry => ({
  articleId,
  baseVersion,
  changes: doc === undefined ? changes : { ...changes, doc: JSON.parse(doc) },
  at,
})

const prefix = 'galley-journal:'
const lockName = (window: string) => `galley-window-${window}`

/**
 * Keeps unacknowledged changes in the browser's storage, by library, article and window, so that neither a crash of
 * the core nor one of the window loses them. Entries of windows that are still open are theirs alone.
 */
export function createJournal(library: string, storage: Storage = localStorage): Journal {
  const window = crypto.randomUUID()
  // Held as long as this window lives; how others see that it does.
  void navigator.locks?.request(lockName(window), () => new Promise<never>(() => {}))

  const toStore = ({ changes: { doc, ...changes }, ...entry }: JournalEntry): Stored => ({
    ...entry,
    library,
    window,
    changes,
    doc: doc && documentText(doc),
  })
  const key = (articleId: ArticleId, owner: string) => JSON.stringify([library, articleId, owner])
  const db = openDatabase()

  const liveWindows = async () => {
    const locks = await navigator.locks?.query()
    return new Set((locks?.held ?? []).map((lock) => lock.name))
  }
  const ofArticle = async (articleId: ArticleId): Promise<Stored[]> => {
    const fromStorage = Object.keys(storage)
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => parse(storage.getItem(name)))
    const fromDatabase = await request<Stored[]>(await db, 'readonly', (store) => store.getAll())
    return [...fromDatabase, ...fromStorage].filter(
      (entry) => entry.library === library && entry.articleId === articleId,
    )
  }
  const erase = async (articleId: ArticleId, owner: string) => {
    storage.removeItem(prefix + key(articleId, owner))
    await request(await db, 'readwrite', (store) => store.delete(key(articleId, owner)))
  }

  return {
    async put(entry) {
      const stored = toStore(entry)
      await request(await db, 'readwrite', (store) => store.put(stored, key(entry.articleId, window)))
    },
    putNow(entry) {
      try {
        storage.setItem(prefix + key(entry.articleId, window), JSON.stringify(toStore(entry)))
      } catch {
        // No room: what the last `put` kept remains.
      }
    },
    remove: (articleId) => erase(articleId, window),
    async leftBehind(articleId) {
      const live = await liveWindows()
      const entries = await ofArticle(articleId)
      return entries
        .filter((entry) => !live.has(lockName(entry.window)))
        .sort((a, b) => b.at - a.at)
        .map(entryOf)
    },
    async discard(articleId) {
      const live = await liveWindows()
      for (const { window: owner } of await ofArticle(articleId))
        if (!live.has(lockName(owner))) await erase(articleId, owner)
    },
  }
}

function parse(json: string | null): Stored[] {
  try {
    return json ? [JSON.parse(json)] : []
  } catch {
    return []
  }
}

const openDatabase = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('galley-journal', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('changes')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

const request = <T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
) =>
  new Promise<T>((resolve, reject) => {
    const asked = use(db.transaction('changes', mode).objectStore('changes'))
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

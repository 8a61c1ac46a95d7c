import type { Media, PictureFetch } from '#shared/contract/media.ts'

export interface PictureWork {
  /** Fetches a picture of the web into the library; ending the signal cancels. */
  fetch: (url: string, signal: AbortSignal) => AsyncIterable<PictureFetch>
  upload: (file: File, signal: AbortSignal) => Promise<Media>
  /** A failure in words. */
  explain: (error: unknown) => string
}

export type Transfer =
  | { phase: 'waiting' }
  | { phase: 'running'; received: number; total: number | null }
  | { phase: 'failed'; reason: string }

/** All of them at one moment. */
export interface TransferCounts {
  /** Waiting or running. */
  open: number
  failed: number
  /** Since nothing was under way. */
  done: number
}

/** At a time, as the core lets through. */
const most = 4

export type Transfers = ReturnType<typeof createTransfers>

/**
 * Pictures on their way into the library, each by its key: the address that an image node names as its source, or the
 * id that the node has already of a file that was pasted with the text.
 */
export function createTransfers({ fetch, upload, explain }: PictureWork) {
  const transfers = new Map<string, Transfer & { stop?: AbortController }>()
  const files = new Map<string, File>()
  const listeners = new Set<(key: string) => void>()
  let counts: TransferCounts = { open: 0, failed: 0, done: 0 }
  let arrived: (key: string, media: Media) => void = () => {}

  function set(key: string, transfer: (Transfer & { stop?: AbortController }) | null, finished = 0): void {
    if (transfer) transfers.set(key, transfer)
    else transfers.delete(key)
    let open = 0
    let failed = 0
    for (const { phase } of transfers.values()) phase === 'failed' ? failed++ : open++
    counts = { open, failed, done: counts.open === 0 && open > 0 ? 0 : counts.done + finished }
    for (const listener of listeners) listener(key)
  }

  function next(): void {
    let running = 0
    for (const { phase } of transfers.values()) if (phase === 'running') running++
    for (const [key, { phase }] of transfers) {
      if (running >= most) return
      if (phase !== 'waiting') continue
      running++
      void run(key)
    }
  }

  async function run(key: string): Promise<void> {
    const stop = new AbortController()
    const { signal } = stop
    set(key, { phase: 'running', received: 0, total: null, stop })
    try {
      const media = await bring(key, signal, (received, total) => {
        if (!signal.aborted) set(key, { phase: 'running', received, total, stop })
      })
      if (!signal.aborted) {
        files.delete(key)
        set(key, null, 1)
        arrived(key, media)
      }
    } catch (error) {
      if (!signal.aborted) set(key, { phase: 'failed', reason: explain(error) })
    }
    next()
  }

  async function bring(
    key: string,
    signal: AbortSignal,
    progress: (received: number, total: number | null) => void,
  ): Promise<Media> {
    const file = files.get(key)
    if (file) return upload(file, signal)
    for await (const { received, total, media } of fetch(key, signal)) {
      if (media) return media
      progress(received, total)
    }
    throw new Error('no picture came')
  }

  const start = (keys: Iterable<string>) => {
    for (const key of keys) {
      const phase = transfers.get(key)?.phase
      if (phase !== 'waiting' && phase !== 'running') set(key, { phase: 'waiting' })
    }
    next()
  }
  const cancel = (key: string) => {
    transfers.get(key)?.stop?.abort()
    set(key, null)
    next()
  }

  function cancelWhere(isMeant: (key: string) => boolean): void {
    // Those that wait first, else they would take the places of the others.
    for (const wanted of ['waiting', 'running'])
      for (const [key, { phase }] of [...transfers]) if (phase === wanted && isMeant(key)) cancel(key)
  }

  return {
    get: (key: string): Transfer | undefined => transfers.get(key),
    /** Whether `start` can bring this one: an address, or a file that is at hand. */
    canStart: (key: string): boolean => files.has(key) || /^https?:/i.test(key),
    isFile: (key: string): boolean => files.has(key),
    counts: (): TransferCounts => counts,
    start,
    cancel,
    cancelAll: () => cancelWhere(() => true),
    /** The text leaves the window. Addresses stay in it; a pasted file is nowhere else and goes on its way. */
    leave: () => cancelWhere((key) => !files.has(key)),
    retryFailed: () =>
      start([...transfers].filter(([, { phase }]) => phase === 'failed').map(([key]) => key)),
    /** Takes the failed ones off the list; their places in the text stay. */
    dismissFailed(): void {
      for (const [key, { phase }] of [...transfers]) if (phase === 'failed') set(key, null)
    },
    /** Keeps a file under the id that the library will give it, and sends it off. */
    store(id: string, file: File): void {
      if (files.has(id)) return
      files.set(id, file)
      start([id])
    },
    onArrived(listener: (key: string, media: Media) => void): void {
      arrived = listener
    },
    /** Calls back with the key that changed. */
    subscribe(listener: (key: string) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

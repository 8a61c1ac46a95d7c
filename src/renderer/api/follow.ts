import { connectionState, onConnectionStateChange } from './client.ts'

/**
 * Follows a stream of the contract until the answered function is called, across lost connections. `onGap` runs
 * whenever it is taken up again: events may have been missed, so read afresh.
 *
 *     const stop = follow((options) => client.articles.changed(undefined, options), { onEvent, onGap })
 */
export function follow<Event>(
  open: (options: { signal: AbortSignal }) => Promise<AsyncIterable<Event>>,
  { onEvent, onGap }: { onEvent: (event: Event) => void; onGap?: () => void },
): () => void {
  const { signal, abort } = abortable()
  const run = async () => {
    for (let first = true; !signal.aborted; first = false) {
      try {
        // The first call takes its turn before the queries: what changes after they are answered is told.
        if (!first) await connected(signal)
        const events = await open({ signal })
        if (!first) onGap?.()
        for await (const event of events) onEvent(event)
      } catch {
        if (signal.aborted) return
      }
      await pause(1_000, signal)
    }
  }
  void run()
  return abort
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

const connected = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (connectionState() === 'connected') return resolve()
    const done = () => {
      if (!signal.aborted && connectionState() !== 'connected') return
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const stop = onConnectionStateChange(done)
    signal.addEventListener('abort', done)
  })

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
  })

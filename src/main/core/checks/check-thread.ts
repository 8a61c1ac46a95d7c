import type { Worker } from 'node:worker_threads'
import type { CheckRule } from '#shared/contract/checks.ts'
import { startWorker } from '../start-worker.ts'
import type { Found } from './found.ts'
import type { CheckSubject, WordLists } from './run-checks.ts'

export type CheckMessage =
  | { kind: 'words'; words: WordLists }
  | { kind: 'check'; id: number; subject: CheckSubject; off: ReadonlySet<CheckRule> }

export interface CheckAnswer {
  id: number
  found: Found[]
  error: string | null
}

interface Waiting {
  resolve(found: Found[]): void
  reject(error: Error): void
}

/** The thread that runs the rules; begun with the first article, and anew after a failure. */
export function createCheckThread(words: () => WordLists) {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, Waiting>()

  function thread(): Worker {
    if (worker) return worker
    const started = startWorker('checks')
    started.unref()
    started.on('message', ({ id, found, error }: CheckAnswer) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === null) one?.resolve(found)
      else one?.reject(new Error(error))
    })
    const ended = (error: unknown) => {
      if (worker === started) worker = null
      for (const one of waiting.values())
        one.reject(error instanceof Error ? error : new Error('the checks ended'))
      waiting.clear()
    }
    started.once('error', ended)
    started.once('exit', ended)
    started.postMessage({ kind: 'words', words: words() } satisfies CheckMessage)
    worker = started
    return started
  }

  return {
    check(subject: CheckSubject, off: ReadonlySet<CheckRule>): Promise<Found[]> {
      const id = ++last
      const current = thread()
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        current.postMessage({ kind: 'check', id, subject, off } satisfies CheckMessage)
      })
    },
    /** The lists are others now. */
    refresh(): void {
      worker?.postMessage({ kind: 'words', words: words() } satisfies CheckMessage)
    },
    async stop(): Promise<void> {
      await worker?.terminate()
      worker = null
    },
  }
}

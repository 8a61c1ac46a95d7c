import type { Worker } from 'node:worker_threads'
import { startWorker } from '../start-worker.ts'
import type { ParseOptions, ParseResult } from './imported-article.ts'

/** What the worker is asked; it answers `{ result }`. */
export interface ParseRequest {
  path: string
  fileName: string
  options: ParseOptions
}

const patience = 60_000

export type ImportParser = ReturnType<typeof createImportParser>

/** Reads and parses files in a thread of its own, one after the other, so that the core stays responsive. */
export function createImportParser() {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()

  function ask(request: ParseRequest): Promise<ParseResult> {
    worker ??= startWorker('import')
    const current = worker
    current.ref()
    return new Promise((resolve) => {
      const settle = (result: ParseResult, broken: boolean) => {
        clearTimeout(timer)
        current.off('message', answered).off('error', failed).off('exit', failed)
        current.unref()
        if (broken && worker === current) {
          worker = null
          void current.terminate()
        }
        resolve(result)
      }
      const answered = (answer: { result: ParseResult }) => settle(answer.result, false)
      // A file that hangs or crashes the parser costs only itself.
      const failed = () => settle({ failure: 'unreadable', encoding: null }, true)
      const timer = setTimeout(failed, patience)
      current.once('message', answered).once('error', failed).once('exit', failed)
      current.postMessage(request)
    })
  }

  return {
    /** Never rejects: whatever is wrong with a file is a failure of that file. */
    parse(request: ParseRequest): Promise<ParseResult> {
      const turn = last.then(() => ask(request))
      last = turn
      return turn
    },
    async stop(): Promise<void> {
      await worker?.terminate()
      worker = null
    },
  }
}

import { on } from 'node:events'
import type { FindProgress } from '#shared/contract/replacing.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { startWorker } from '../start-worker.ts'
import type { FindRequest } from './find-in-article.ts'

export interface FindJob {
  folder: string
  ids: readonly ArticleId[]
  request: FindRequest
}

/** Searches these articles in a thread; leaving the stream ends the thread, whatever it is at. */
export async function* libraryFind(job: FindJob, leave?: AbortSignal): AsyncGenerator<FindProgress> {
  const gone = new AbortController()
  const signal = leave ? AbortSignal.any([leave, gone.signal]) : gone.signal
  const worker = startWorker('find', { workerData: job })
  worker.once('exit', () => gone.abort())
  try {
    const messages = on(worker, 'message', { signal }) as AsyncIterable<[FindProgress]>
    for await (const [progress] of messages) {
      yield progress
      if (progress.scanned === progress.total || progress.truncated) return
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await worker.terminate()
  }
}

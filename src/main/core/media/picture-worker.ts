import type { Worker } from 'node:worker_threads'
import { invalid } from '../errors.ts'
import { startWorker } from '../start-worker.ts'
import type {
  FromPictureWorker,
  PictureOperation,
  PictureOperations,
  ToPictureWorker,
} from './picture-work.ts'

/** sharp takes some 35 MB; a worker that has had nothing to do for this long is let go, ms. */
const idleFor = 30_000

export type PictureWorker = ReturnType<typeof createPictureWorker>

/** The main thread's end of the picture worker: started when needed, let go when idle. */
export function createPictureWorker() {
  const pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  function running(): Worker {
    if (worker) return worker
    const started = startWorker('picture')
    worker = started
    started.on('message', settle)
    started.on('error', (error) => void letGo(error instanceof Error ? error : new Error(String(error))))
    return started
  }

  function settle(message: FromPictureWorker): void {
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if ('result' in message) waiting?.resolve(message.result)
    else waiting?.reject(unpacked(message.error))
    if (pending.size > 0) return
    worker?.unref()
    idle = setTimeout(() => void letGo(new Error('idle')), idleFor)
    idle.unref()
  }

  async function letGo(reason: Error): Promise<void> {
    const ending = worker
    worker = null
    clearTimeout(idle)
    for (const { reject } of pending.values()) reject(reason)
    pending.clear()
    await ending?.terminate()
  }

  return {
    /** @throws INVALID as the operation says, and errors of the system with their code. */
    run<Name extends PictureOperation>(
      operation: Name,
      request: PictureOperations[Name]['request'],
    ): Promise<PictureOperations[Name]['result']> {
      clearTimeout(idle)
      const current = running()
      const id = ++lastId
      const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }))
      // Keeps the process alive until the answer is there.
      current.ref()
      current.postMessage({ id, operation, request } satisfies ToPictureWorker)
      return answer as Promise<PictureOperations[Name]['result']>
    },
    stop: () => letGo(new Error('stopped')),
  }
}

function unpacked({
  message,
  invalid: reason,
  code,
}: {
  message: string
  invalid?: string
  code?: string
}): Error {
  if (reason !== undefined) return invalid(reason, message)
  return Object.assign(new Error(message), code === undefined ? {} : { code })
}

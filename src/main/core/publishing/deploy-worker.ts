import type { MessagePort, Worker } from 'node:worker_threads'
import type { SitePaths } from '../site/site-file.ts'
import { startWorker } from '../start-worker.ts'
import type {
  DeployOperation,
  DeployOperations,
  FromDeployWorker,
  ToDeployWorker,
} from './deploy-messages.ts'
import { unpackError } from './worker-error.ts'

/** A worker that has had nothing to do for this long is let go, ms. */
const idleFor = 120_000

/** Pages are garbage as soon as they are written: a small nursery keeps a full build from growing the process. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

interface Pending {
  resolve(result: unknown): void
  reject(error: Error): void
  progress?: ((done: number, total: number, step: string) => void) | undefined
}

export type DeployWorker = ReturnType<typeof createDeployWorker>

/** The main thread's end of the deploy worker: started when needed, kept warm, let go when idle. */
export function createDeployWorker(paths: SitePaths) {
  const pending = new Map<number, Pending>()
  let threads: Worker[] = []
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  function primary(): Worker {
    const running = threads[0]
    if (running) return running
    const worker = startWorker('deploy', { workerData: paths, resourceLimits })
    threads = [worker]
    worker.on('message', (message: FromDeployWorker) => {
      if (message.type === 'helper') addHelper(message.port)
      else settle(message)
    })
    watch(worker)
    return worker
  }

  function addHelper(port: MessagePort): void {
    const worker = startWorker('deploy', { workerData: paths, resourceLimits })
    threads.push(worker)
    watch(worker)
    worker.postMessage({ help: port }, [port])
  }

  /** A thread that breaks takes the other with it: what was under way fails, and the next call starts anew. */
  function watch(worker: Worker): void {
    worker.on('error', (error) => {
      if (threads.includes(worker)) void letGo(error instanceof Error ? error : new Error(String(error)))
    })
    worker.unref()
  }

  function settle(message: Exclude<FromDeployWorker, { type: 'helper' }>): void {
    const waiting = pending.get(message.id)
    if (!waiting) return
    if (message.type === 'progress') return waiting.progress?.(message.done, message.total, message.step)
    pending.delete(message.id)
    if (message.type === 'result') waiting.resolve(message.result)
    else waiting.reject(unpackError(message.error))
    if (pending.size > 0) return
    threads[0]?.unref()
    idle = setTimeout(() => void letGo(new Error('idle')), idleFor)
    idle.unref()
  }

  async function letGo(reason: Error): Promise<void> {
    const ending = threads
    threads = []
    clearTimeout(idle)
    for (const { reject } of pending.values()) reject(reason)
    pending.clear()
    await Promise.all(ending.map((worker) => worker.terminate()))
  }

  return {
    run<Name extends DeployOperation>(
      operation: Name,
      request: DeployOperations[Name]['request'],
      options: { signal?: AbortSignal; progress?: Pending['progress'] } = {},
    ): Promise<DeployOperations[Name]['result']> {
      clearTimeout(idle)
      const worker = primary()
      const cancel = new Int32Array(new SharedArrayBuffer(4))
      const stop = () => void Atomics.store(cancel, 0, 1)
      if (options.signal?.aborted) stop()
      options.signal?.addEventListener('abort', stop, { once: true })
      const id = ++lastId
      const answer = new Promise<unknown>((resolve, reject) => {
        pending.set(id, { resolve, reject, progress: options.progress })
      })
      // Keeps the process alive until the answer is there.
      worker.ref()
      worker.postMessage({ id, operation, request, cancel } as ToDeployWorker)
      return answer.finally(() => options.signal?.removeEventListener('abort', stop)) as Promise<
        DeployOperations[Name]['result']
      >
    },
    stop: () => letGo(new Error('stopped')),
  }
}

import { join, resolve } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'

const workers = resolve(import.meta.dirname, '../../out/main/workers')

/**
 * In the place of the core's `startWorker` where Galley has just been built: to load a worker's source, module by
 * module, takes as long as most tests that need one.
 */
export const startWorker = (name: string, options?: WorkerOptions): Worker =>
  new Worker(join(workers, `${name}.worker.js`), options)

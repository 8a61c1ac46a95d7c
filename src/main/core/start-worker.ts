import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts `workers/<name>.worker`: the TypeScript source when Galley runs from source, else the built file, which the
 * build lays down at the same relative place.
 */
export function startWorker(name: string, options?: WorkerOptions): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Worker(new URL(`./workers/${name}.worker.${extension}`, import.meta.url), options)
}

import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { peakMemory } from './measure.ts'

/** Imported ahead of a program: leaves its peak memory in a file when it ends. */
const file = process.env.GALLEY_BENCH_MEMORY
if (isMainThread && file) process.on('exit', () => writeFileSync(file, String(peakMemory())))

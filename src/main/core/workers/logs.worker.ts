import { parentPort, workerData } from 'node:worker_threads'
import type { LogJob, LogReport } from '../analytics/log-slice.ts'
import { readLogs } from '../analytics/read-logs.ts'

/** Slices under way at a time: enough to keep both threads busy, few enough to bound memory. */
const mostUnderWay = 4

if (!parentPort) throw new Error('logs.worker runs as a worker')
const port = parentPort

let underWay = 0
let proceed = () => {}
port.on('message', () => {
  underWay--
  proceed()
})

await readLogs(workerData as LogJob, async (report) => {
  underWay++
  port.postMessage(report)
  if (underWay >= mostUnderWay) await new Promise<void>((resolve) => (proceed = resolve))
})
port.postMessage({ kind: 'done' } satisfies LogReport)
port.close()

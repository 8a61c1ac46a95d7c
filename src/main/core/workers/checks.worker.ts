import { parentPort } from 'node:worker_threads'
import type { CheckAnswer, CheckMessage } from '../checks/check-thread.ts'
import { type Checker, createChecker } from '../checks/run-checks.ts'

/** Runs the rules. Keeps the word lists in the form in which they are searched. */
if (!parentPort) throw new Error('checks.worker runs as a worker')
const port = parentPort

let checker: Checker = createChecker({ sensitive: [], spelling: [] })

port.on('message', (message: CheckMessage) => {
  if (message.kind === 'words') {
    checker = createChecker(message.words)
    return
  }
  const answer: CheckAnswer = { id: message.id, found: [], error: null }
  try {
    answer.found = checker(message.subject, message.off)
  } catch (error) {
    answer.error = error instanceof Error ? error.message : String(error)
  }
  port.postMessage(answer)
})

import { implement } from '@orpc/server'
import { jobs as contract } from '#shared/contract/jobs.ts'
import type { Events } from '../events.ts'
import type { Jobs } from './job.runner.ts'

export function createJobsRouter(jobs: Jobs, events: Events) {
  const os = implement(contract)
  return os.router({
    list: os.list.handler(({ input }) => jobs.list(input.limit)),
    get: os.get.handler(({ input }) => jobs.withLog(input.id)),
    cancel: os.cancel.handler(({ input }) => jobs.cancel(input.id)),
    retry: os.retry.handler(({ input }) => jobs.retry(input.id)),
    changed: os.changed.handler(async function* ({ signal }) {
      yield* events.subscribe('jobs.changed', { signal })
    }),
  })
}

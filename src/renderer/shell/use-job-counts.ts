import { useQuery } from '@tanstack/react-query'
import type { Job } from '#shared/contract/jobs.ts'
import { orpc } from '../api/client.ts'

const same = (one: Job, other: Job) => one.kind === other.kind && one.subject === other.subject

/** Jobs under way, and failures that no later success has made good. */
export function useJobCounts(): { running: number; failed: number } {
  const { data } = useQuery(
    orpc.jobs.list.queryOptions({
      input: { limit: 100 },
      select: (jobs) => ({
        running: jobs.filter(({ state }) => state === 'queued' || state === 'running' || state === 'waiting')
          .length,
        failed: jobs.filter(
          (job, index) =>
            job.state === 'failed' &&
            !jobs.slice(0, index).some((later) => later.state === 'succeeded' && same(later, job)),
        ).length,
      }),
    }),
  )
  return data ?? { running: 0, failed: 0 }
}

import type { Job } from '#shared/contract/jobs.ts'
import type { JobId, TargetId } from '#shared/model/ids.ts'
import type { TestCore } from './create-test-core.ts'

type Client = TestCore['client']

/** Resolves once a job has come to rest: ended, or waiting for its next try. */
export async function jobSettled(client: Client, id: JobId): Promise<Job> {
  const atRest = (job: Job) => job.id === id && job.state !== 'queued' && job.state !== 'running'
  const ending = new AbortController()
  const changes = await client.jobs.changed({}, { signal: ending.signal })
  try {
    const now = await client.jobs.get({ id })
    if (atRest(now)) return now
    for await (const job of changes) if (atRest(job)) return job
    throw new Error('the stream of jobs ended')
  } finally {
    ending.abort()
  }
}

/** Publishes every article to a target, made first when only its folder is known. */
export async function publishAll(
  client: Client,
  to: { folder: string; expect?: undefined } | { targetId: TargetId; expect?: 'waiting-or-failed' },
): Promise<{ targetId: TargetId; job: Job }> {
  const targetId =
    'targetId' in to
      ? to.targetId
      : (await client.targets.create({ name: '本地', config: { kind: 'folder', folder: to.folder } })).id
  const request = { kind: 'everything' } as const
  const { confirmation } = await client.publishing.plan({ targetId, request })
  const { id } = await client.publishing.publish({ targetId, request, confirmation })
  const job = await jobSettled(client, id)
  if (!to.expect && job.state !== 'succeeded')
    throw new Error(`publishing ended as ${job.state}: ${job.error?.detail}`)
  return { targetId, job }
}

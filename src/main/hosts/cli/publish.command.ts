import { join, resolve } from 'node:path'
import type { Job } from '#shared/contract/jobs.ts'
import type { Target } from '#shared/contract/publishing.ts'
import type { JobId } from '#shared/model/ids.ts'
import { CliError, type ExitCode, exitCode } from './cli-error.ts'
import type { Call } from './commands.ts'
import { type Client, type CoreAccess, withCore } from './with-core.ts'

export interface PublishOptions {
  to: string
  all: boolean
  allowMassRemoval: boolean
}

export async function publish(call: Call, options: PublishOptions): Promise<ExitCode> {
  const { terminal } = call
  const { texts } = terminal
  return withCore({ ...call, texts, create: false }, async (access) => {
    const { core, client } = access
    await core.start()
    // What was under way when a process ended, and what is due by now, goes first.
    for (const job of await client.jobs.list({ limit: 500 }))
      if (job.state === 'queued' || job.state === 'running') await follow(call, access, job.id)

    const folder = resolve(options.to)
    const target = await targetAt(client, folder)
    const request = { kind: options.all ? 'everything' : 'changed' } as const
    const plan = await client.publishing.plan({ targetId: target.id, request })
    const site = join(folder, 'current')
    const { added, changed, removed } = plan
    const counts = { articles: plan.articles.length, added, changed, removed }
    if (plan.articles.length + added + changed + removed === 0) {
      terminal.result({ ok: true, site, ...counts, job: null }, texts.nothingToPublish)
      return exitCode.done
    }
    const { id } = await client.publishing.publish({
      targetId: target.id,
      request,
      confirmation: plan.confirmation,
      allowMassRemoval: options.allowMassRemoval,
    })
    const job = await follow(call, access, id)
    if (job.state === 'cancelled') throw new CliError(exitCode.interrupted, 'cancelled', texts.interrupted)
    if (job.state !== 'succeeded') {
      const { reason, detail } = job.error ?? { reason: job.state, detail: '' }
      if (job.state === 'waiting') await client.jobs.cancel({ id })
      throw new CliError(exitCode.failed, reason, `${texts.reasons[reason] ?? reason} (${detail})`)
    }
    const warnings = plan.warnings.map(({ reason, articleId }) => ({ reason, articleId }))
    terminal.result(
      { ok: true, site, ...counts, job: id, warnings },
      texts.published(counts.articles, added, changed, removed, site),
    )
    return exitCode.done
  })
}

async function targetAt(client: Client, folder: string): Promise<Target> {
  const known = (await client.targets.list({})).find(({ config }) => config.folder === folder)
  return known ?? client.targets.create({ name: folder.slice(-80), config: { kind: 'folder', folder } })
}

/** Shows a job until it has come to rest; an interruption cancels it. */
async function follow({ terminal }: Call, { client, signal }: CoreAccess, id: JobId): Promise<Job> {
  const ending = new AbortController()
  const cancel = () => void client.jobs.cancel({ id }).catch(() => {})
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)
  try {
    const changes = await client.jobs.changed({}, { signal: ending.signal })
    const now = await client.jobs.get({ id })
    if (isAtRest(now)) return now
    for await (const job of changes) {
      if (job.id !== id) continue
      terminal.progress(terminal.texts.step[job.step] ?? job.step, job.done, job.total)
      if (isAtRest(job)) return job
    }
    return client.jobs.get({ id })
  } finally {
    signal.removeEventListener('abort', cancel)
    ending.abort()
  }
}

const isAtRest = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running'

import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Job } from '#shared/contract/jobs.ts'
import type { Deploy, PublishPlan, PublishRequest } from '#shared/contract/publishing.ts'
import type { ArticleId, DeployId, JobId, RevisionId, TargetId } from '#shared/model/ids.ts'
import type { ArticleService } from '../articles/article.service.ts'
import { notFound, refused } from '../errors.ts'
import type { Jobs } from '../jobs/job.runner.ts'
import { PermanentError, RetryableError } from '../jobs/job-handler.ts'
import type { Clock } from '../platform.ts'
import type { DeployPayload } from './deploy.handler.ts'
import type { DeployArticle, DeployRepository } from './deploy.repository.ts'
import type { DeployWorker } from './deploy-worker.ts'
import type { ManifestRepository } from './manifest.repository.ts'
import type { Publishable, PublishableRepository } from './publishable.repository.ts'
import {
  actionOf,
  confirmationOf,
  isMassWithdrawal,
  type Resolved,
  resolveRequest,
  warningsOf,
} from './resolve-request.ts'
import type { RollbackPayload } from './rollback.handler.ts'
import type { ScheduleRepository } from './schedule.repository.ts'
import type { TargetRepository } from './target.repository.ts'
import { queueOf } from './target.service.ts'
import type { TargetFacts, Verification } from './targets/target.ts'

export const deployKind = 'publishing.deploy'
export const rollbackKind = 'publishing.rollback'

/** What a deploy does to one article, with the revision that was confirmed. */
export interface Pinned {
  article: Publishable
  revisionId: RevisionId
  version: number
}

/**
 * Of each article, how much the checks still find and which rules keep it from being published. `onlyBlocking` asks for
 * nothing else, which is quick where no rule does.
 */
export type FindUnresolved = (
  ids: readonly ArticleId[],
  options?: { onlyBlocking?: boolean },
) => Promise<ReadonlyMap<ArticleId, { count: number; blocking: readonly string[] }>>

/** What keeps a target from being looked at, such as a disk that is not plugged in, is an answer and no fault. */
const answered = <Result>(look: Promise<Result>): Promise<Result> =>
  look.catch((error: unknown) => {
    if (error instanceof RetryableError || error instanceof PermanentError)
      throw refused(error.reason, error.message)
    throw error
  })

export type PublishingService = ReturnType<typeof createPublishingService>

/** Plans, confirms and enqueues what goes to the site. */
export function createPublishingService({
  db,
  jobs,
  targets,
  deploys,
  manifests,
  publishable,
  schedules,
  worker,
  articles,
  approvedOnly,
  pictureBudget,
  unresolved,
  clock,
}: {
  db: Database
  jobs: Jobs
  targets: TargetRepository
  deploys: DeployRepository
  manifests: ManifestRepository
  publishable: PublishableRepository
  schedules: ScheduleRepository
  worker: DeployWorker
  articles: ArticleService
  approvedOnly: () => boolean
  /** Bytes that the pictures of an article may have on a phone. */
  pictureBudget(): number
  unresolved: FindUnresolved
  clock: Clock
}) {
  const targetOf = (id: TargetId): TargetFacts & { currentDeploy: DeployId | null; name: string } => {
    const target = targets.facts(id)
    if (!target) throw notFound('target', id)
    return target
  }
  /** @throws REFUSED `not-approved` */
  const requireApproval = (list: readonly Publishable[]) => {
    const missing = approvedOnly() ? list.find(({ approved }) => !approved) : undefined
    if (missing) throw refused('not-approved', missing.title)
  }
  /** @throws REFUSED `blocking-findings` */
  async function requireChecked(ids: readonly ArticleId[]): Promise<void> {
    for (const [id, { blocking }] of await unresolved(ids, { onlyBlocking: true }))
      if (blocking.length > 0) throw refused('blocking-findings', publishable.find(id)?.title)
  }
  const pin = (article: Publishable): Pinned => ({ article, ...articles.pin(article.id) })

  /** Makes the deploy and its job. Part of the caller's transaction. */
  function enqueue(
    target: { id: TargetId; name: string },
    pinned: readonly Pinned[],
    withdraw: readonly Publishable[],
    { allowMassRemoval, idempotencyKey }: { allowMassRemoval: boolean; idempotencyKey: string },
  ): JobId {
    const now = clock.now()
    const deployId = deploys.insert(target.id, randomBytes(10).toString('hex'), null, now)
    deploys.setArticles(deployId, [
      ...pinned.map(({ article, revisionId, version }): DeployArticle => {
        schedules.remove(article.id)
        return {
          articleId: article.id,
          title: article.title,
          action: actionOf(article),
          revisionId,
          version,
          at: now,
        }
      }),
      ...withdraw.map(
        ({ id, title }): DeployArticle => ({
          articleId: id,
          title,
          action: 'withdraw',
          revisionId: null,
          version: null,
          at: null,
        }),
      ),
    ])
    const jobId = jobs.enqueue<DeployPayload>({
      kind: deployKind,
      queue: queueOf(target.id),
      subject: target.name,
      payload: { deployId, allowMassRemoval },
      idempotencyKey,
    })
    deploys.setJob(deployId, jobId)
    return jobId
  }

  return {
    enqueue,
    pin,
    requireApproval,
    requireChecked,
    targetOf,
    /** What a request would do, to the file. Errors as resolveRequest, INVALID `theme`, REFUSED `folder-missing` | `foreign-folder`. */
    async plan(targetId: TargetId, request: PublishRequest): Promise<PublishPlan> {
      const target = targetOf(targetId)
      const now = clock.now()
      const resolved = resolveRequest(request, publishable, now)
      const { publish, withdraw } = resolved
      const confirmation = confirmationOf(
        targetId,
        target.currentDeploy,
        request,
        resolved,
        publishable.siteSettings(),
      )
      const warnings = warningsOf(resolved, publishable.liveCount(), {
        approvedOnly: approvedOnly(),
        pictureBudget: pictureBudget(),
      })
      const open = await unresolved(publish.map(({ id }) => id))
      for (const { id, title } of publish) {
        const { count, blocking } = open.get(id) ?? { count: 0, blocking: [] }
        if (count > 0) warnings.push({ reason: 'findings', articleId: id, detail: title, count })
        if (blocking.length > 0)
          warnings.push({ reason: 'blocking-findings', articleId: id, detail: title, count: blocking.length })
      }
      const planned = await answered(
        worker.run('plan', {
          target,
          manifestVersion: manifests.version(targetId),
          change: {
            publish: publish.map(({ id }) => ({ articleId: id, revisionId: null })),
            withdraw: withdraw.map(({ id }) => id),
            now,
          },
        }),
      )
      const { paths, massRemoval, ...counts } = planned
      if (massRemoval && !warnings.some(({ reason }) => reason === 'mass-removal'))
        warnings.push({ reason: 'mass-removal', articleId: null, detail: `${counts.removed}` })
      const pathOf = new Map<ArticleId, string>(paths)
      const shown = (article: Publishable, action: PublishPlan['articles'][number]['action']) => ({
        id: article.id,
        title: article.title,
        action,
        path: pathOf.get(article.id) ?? '',
      })
      return {
        targetId,
        request,
        articles: [
          ...publish.map((article) => shown(article, actionOf(article))),
          ...withdraw.map((article) => shown(article, 'withdraw')),
        ],
        ...counts,
        warnings,
        confirmation,
      }
    },
    /**
     * Pins what was confirmed and enqueues its deploy, in one transaction. The same confirmation again answers the
     * job that is there.
     *
     * @throws REFUSED `plan-changed` | `mass-removal` | `not-approved` | `blocking-findings`
     */
    async publish(
      targetId: TargetId,
      request: PublishRequest,
      confirmation: string,
      allowMassRemoval: boolean,
    ): Promise<Job> {
      await requireChecked(resolveRequest(request, publishable, clock.now()).publish.map(({ id }) => id))
      const publishNow = db.transaction((): JobId => {
        const target = targetOf(targetId)
        const known = jobs.findByKey(confirmation)
        if (known) return known.id
        const resolved: Resolved = resolveRequest(request, publishable, clock.now())
        const { publish, withdraw } = resolved
        const settings = publishable.siteSettings()
        if (confirmationOf(targetId, target.currentDeploy, request, resolved, settings) !== confirmation)
          throw refused('plan-changed')
        if (!allowMassRemoval && isMassWithdrawal(withdraw.length, publishable.liveCount()))
          throw refused('mass-removal')
        requireApproval(publish)
        return enqueue(target, publish.map(pin), withdraw, {
          allowMassRemoval,
          idempotencyKey: confirmation,
        })
      })
      return jobs.get(publishNow.immediate())
    },
    /** Newest first. */
    deploys(targetId: TargetId, limit: number): Deploy[] {
      const { currentDeploy } = targetOf(targetId)
      return deploys.list(targetId, limit).map((row) => ({
        id: row.id,
        targetId: row.target_id,
        jobId: row.job_id,
        state: row.state,
        createdAt: row.created_at,
        finishedAt: row.finished_at,
        added: row.added,
        changed: row.changed,
        removed: row.removed,
        files: row.files,
        bytes: row.bytes,
        articles: deploys
          .articles(row.id)
          .map(({ articleId, title, action }) => ({ id: articleId, title, action })),
        isCurrent: row.id === currentDeploy,
        canRollBack: row.kept === 1 && row.id !== currentDeploy,
      }))
    },
    /** @throws REFUSED `version-gone` | `current` */
    rollBack(deployId: DeployId): Job {
      const enqueueRollback = db.transaction((): JobId => {
        const restored = deploys.find(deployId)
        if (!restored) throw notFound('deploy', deployId)
        const target = targetOf(restored.target_id)
        if (target.currentDeploy === deployId) throw refused('current')
        if (!restored.kept) throw refused('version-gone')
        const idempotencyKey = `rollback:${deployId}:${target.currentDeploy}`
        const known = jobs.findByKey(idempotencyKey)
        if (known) return known.id
        const id = deploys.insert(target.id, restored.root, deployId, clock.now())
        const jobId = jobs.enqueue<RollbackPayload>({
          kind: rollbackKind,
          queue: queueOf(target.id),
          subject: target.name,
          payload: { deployId: id },
          idempotencyKey,
        })
        deploys.setJob(id, jobId)
        return jobId
      })
      return jobs.get(enqueueRollback.immediate())
    },
    /** What differs is sent again by the next deploy. @throws REFUSED `busy` while a job works on the target, `folder-missing` | `foreign-folder`. */
    async verify(targetId: TargetId): Promise<Verification & { ok: boolean }> {
      const target = targetOf(targetId)
      if (jobs.busy(queueOf(targetId))) throw refused('busy')
      const manifestVersion = manifests.version(targetId)
      const found = await answered(worker.run('verify', { target, manifestVersion }))
      if (manifests.version(targetId) === manifestVersion)
        db.transaction(() => manifests.distrust(targetId, found)).immediate()
      return { ok: found.missing.length + found.changed.length + found.extra.length === 0, ...found }
    },
  }
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleId, DeployId, JobId, TargetId } from '../model/ids.ts'
import { base, Timestamp } from './base.ts'
import { Job } from './jobs.ts'

/** More kinds of target join this union. */
export const TargetConfig = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('folder'),
    /** Absolute path. The site is at `current` inside it. */
    folder: z.string().min(1),
  }),
])
export type TargetConfig = z.infer<typeof TargetConfig>

export const Target = z.object({
  id: TargetId,
  name: z.string(),
  config: TargetConfig,
  currentDeploy: DeployId.nullable(),
  lastDeployAt: Timestamp.nullable(),
})
export type Target = z.infer<typeof Target>

/** What an editor asks for. 'changed': approved articles, scheduled ones that are due, and published ones edited since. */
export const PublishRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('articles'), ids: z.array(ArticleId).min(1) }),
  z.object({ kind: z.literal('withdraw'), ids: z.array(ArticleId).min(1) }),
  z.object({ kind: z.literal('changed') }),
  z.object({ kind: z.literal('everything') }),
  /** No article changes; brings the site up to date with settings, categories and theme. */
  z.object({ kind: z.literal('site') }),
])
export type PublishRequest = z.infer<typeof PublishRequest>

export const PlanArticle = z.object({
  id: ArticleId,
  title: z.string(),
  action: z.enum(['publish', 'update', 'withdraw']),
  path: z.string(),
})

export const PlanFile = z.object({
  path: z.string(),
  action: z.enum(['add', 'change', 'remove']),
  bytes: z.number().int(),
})

export const PublishPlan = z.object({
  targetId: TargetId,
  request: PublishRequest,
  articles: z.array(PlanArticle),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  unchanged: z.number().int(),
  bytes: z.number().int(),
  /** At most 500, in the order in which they would be sent. */
  files: z.array(PlanFile),
  /** What the editor should know before confirming, as keys: `missing-category`, `missing-cover`, `empty-body`, `heavy-pictures`, `open-comments`, `open-suggestions` with their counts, `mass-removal` … */
  warnings: z.array(
    z.object({
      reason: z.string(),
      articleId: ArticleId.nullable(),
      detail: z.string().optional(),
      count: z.number().int().optional(),
    }),
  ),
  /** Pins the versions that were shown: pass it to `publish`. */
  confirmation: z.string(),
})
export type PublishPlan = z.infer<typeof PublishPlan>

export const Deploy = z.object({
  id: DeployId,
  targetId: TargetId,
  jobId: JobId.nullable(),
  state: z.enum(['applying', 'succeeded', 'failed', 'cancelled']),
  createdAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  files: z.number().int(),
  bytes: z.number().int(),
  articles: z.array(z.object({ id: ArticleId, title: z.string(), action: PlanArticle.shape.action })),
  isCurrent: z.boolean(),
  /** Its version is still kept at the target. */
  canRollBack: z.boolean(),
})
export type Deploy = z.infer<typeof Deploy>

export const ServerStatus = z.object({
  running: z.boolean(),
  targetId: TargetId.nullable(),
  url: z.string().nullable(),
  logFile: z.string().nullable(),
})
export type ServerStatus = z.infer<typeof ServerStatus>

const TargetInput = z.object({ name: z.string().trim().min(1).max(80), config: TargetConfig })

export const targets = {
  list: base.output(z.array(Target)),
  /** INVALID `folder-not-absolute` | `folder-not-writable` | `folder-not-empty` | `folder-inside-library`. */
  create: base.input(TargetInput).output(Target),
  update: base.input(TargetInput.extend({ id: TargetId })).output(Target),
  /** Forgets the target; what is published there stays. */
  delete: base.input(z.object({ id: TargetId })).output(z.void()),
}

export const publishing = {
  plan: base.input(z.object({ targetId: TargetId, request: PublishRequest })).output(PublishPlan),
  /**
   * Enqueues the deploy of exactly the plan that was confirmed. REFUSED `plan-changed` when an article of it was
   * edited since, `mass-removal` unless `allowMassRemoval`, `not-approved` where only what is approved goes out.
   */
  publish: base
    .input(
      z.object({
        targetId: TargetId,
        request: PublishRequest,
        confirmation: z.string(),
        allowMassRemoval: z.boolean().default(false),
      }),
    )
    .output(Job),
  /** At `at` the article is published to `targetId`, or at the next start if Galley was closed then. */
  schedule: base
    .input(
      z.object({ articleId: ArticleId, baseVersion: z.number().int(), targetId: TargetId, at: Timestamp }),
    )
    .output(z.object({ version: z.number().int() })),
  unschedule: base.input(z.object({ articleId: ArticleId })).output(z.object({ version: z.number().int() })),
  /** Newest first. */
  deploys: base
    .input(z.object({ targetId: TargetId, limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(Deploy)),
  rollBack: base.input(z.object({ deployId: DeployId })).output(Job),
  /** Compares what is at the target with the manifest of its current deploy. */
  verify: base.input(z.object({ targetId: TargetId })).output(
    z.object({
      ok: z.boolean(),
      missing: z.array(z.string()),
      changed: z.array(z.string()),
      extra: z.array(z.string()),
    }),
  ),
  /** Where a published article is read: its path on the site, null while it is not published. */
  address: base
    .input(z.object({ articleId: ArticleId }))
    .output(z.object({ path: z.string().nullable(), url: z.string().nullable() })),
}

/** The embedded web server for a folder target, on 127.0.0.1, with the beacon and an access log. */
export const server = {
  /** `port` 0 picks a free one. */
  start: base
    .input(z.object({ targetId: TargetId, port: z.number().int().min(0).max(65535).default(0) }))
    .output(ServerStatus),
  stop: base.output(ServerStatus),
  status: base.output(ServerStatus),
  changed: base.output(eventIterator(ServerStatus)),
}

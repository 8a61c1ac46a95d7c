import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { ArticleId, TargetId } from '#shared/model/ids.ts'
import type { ArticlePublicationService } from '../articles/article-publication.service.ts'
import { notFound, refused } from '../errors.ts'
import type { Jobs } from '../jobs/job.runner.ts'
import type { Clock } from '../platform.ts'
import type { PublishableRepository } from './publishable.repository.ts'
import type { PublishingService } from './publishing.service.ts'
import type { Schedule, ScheduleRepository } from './schedule.repository.ts'

/** From this on a scheduled article counts as late, and its job says so. */
const late = 60_000

export type ScheduleService = ReturnType<typeof createScheduleService>

/**
 * Publishes at a set time what was confirmed when the time was set: later edits go out when they are published. The
 * times are rows, so they outlive the program; what was missed goes out at the next start.
 */
export function createScheduleService({
  db,
  repository,
  publishable,
  publishing,
  publication,
  jobs,
  clock,
  logger,
}: {
  db: Database
  repository: ScheduleRepository
  publishable: PublishableRepository
  publishing: PublishingService
  publication: ArticlePublicationService
  jobs: Jobs
  clock: Clock
  logger: Logger
}) {
  let started = false
  let callOff: (() => void) | undefined

  function watch(): void {
    callOff?.()
    callOff = undefined
    const next = repository.next()
    if (started && next !== null) callOff = clock.at(next, publishDue)
  }

  function publishDue(): void {
    const now = clock.now()
    const byTarget = Map.groupBy(repository.due(now), ({ targetId }) => targetId)
    for (const [targetId, due] of byTarget) {
      try {
        db.transaction(() => enqueue(targetId, due, now)).immediate()
      } catch (error) {
        logger.error({ err: error, target: targetId }, 'scheduled articles were not published')
        // Not again and again; the articles stay scheduled, and every plan of what is due has them.
        for (const { articleId } of due) repository.remove(articleId)
      }
    }
    watch()
  }

  function enqueue(targetId: TargetId, due: readonly Schedule[], now: number): void {
    const pinned = due.flatMap(({ articleId, revisionId, version }) => {
      const article = publishable.find(articleId)
      return article ? [{ article, revisionId, version }] : []
    })
    const jobId = publishing.enqueue(publishing.targetOf(targetId), pinned, [], {
      allowMassRemoval: false,
      idempotencyKey: `schedule:${due.map(({ articleId, at }) => `${articleId}@${at}`).join(',')}`,
    })
    for (const { articleId, at } of due) {
      const title = pinned.find(({ article }) => article.id === articleId)?.article.title ?? articleId
      if (now - at < late) jobs.log(jobId, 'info', 'scheduled', { title, at })
      else jobs.log(jobId, 'warn', 'late', { title, at, count: Math.round((now - at) / 60_000) })
    }
  }

  return {
    /** @throws NOT_FOUND, CONFLICT, REFUSED `transition` | `trashed` | `not-approved` */
    schedule(articleId: ArticleId, baseVersion: number, targetId: TargetId, at: number): { version: number } {
      const result = db
        .transaction(() => {
          publishing.targetOf(targetId)
          const { version } = publication.schedule(articleId, baseVersion, at)
          const article = publishable.find(articleId)
          if (!article) throw notFound('article', articleId)
          publishing.requireApproval([article])
          const { revisionId } = publishing.pin(article)
          repository.put({ articleId, targetId, revisionId, version, at })
          return { version }
        })
        .immediate()
      watch()
      return result
    },
    /** @throws REFUSED `not-scheduled` */
    unschedule(articleId: ArticleId): { version: number } {
      const result = db
        .transaction(() => {
          if (publishable.find(articleId)?.state !== 'scheduled') throw refused('not-scheduled')
          repository.remove(articleId)
          return publication.unschedule(articleId)
        })
        .immediate()
      watch()
      return result
    },
    start(): void {
      started = true
      publishDue()
    },
    stop(): void {
      started = false
      callOff?.()
    },
  }
}

import type { Logger } from 'pino'
import type { Clock } from '../platform.ts'
import type { PublishingService } from './publishing.service.ts'
import type { TargetRepository } from './target.repository.ts'

/** View counts may lag behind by this; each refresh is a deploy of its own. */
const pause = 10 * 60_000
/** The fragments that show views; hot links, a setting, have one too. */
const showsViews = /^fragments\/(?:views\/|related\/|newest\.json$)/
const request = { kind: 'site' } as const

/**
 * Brings counted views to the published pages. Only the fragments that show them may change by it: when settings, categories or the theme
 * were edited too, nothing is sent, because nobody has confirmed that yet; the next publication carries the views.
 */
export function createViewRefresh({
  publishing,
  targets,
  clock,
  logger,
}: {
  publishing: Pick<PublishingService, 'plan' | 'publish'>
  targets: Pick<TargetRepository, 'list'>
  clock: Clock
  logger: Logger
}) {
  let isDue = false
  let callOff: (() => void) | null = null
  let running: Promise<void> | null = null

  async function refresh(): Promise<void> {
    isDue = false
    for (const { id, currentDeploy } of targets.list()) {
      if (currentDeploy === null) continue
      const plan = await publishing.plan(id, request)
      const changes = plan.added + plan.changed + plan.removed
      const onlyViews = changes === plan.files.length && plan.files.every(({ path }) => showsViews.test(path))
      if (changes > 0 && onlyViews) await publishing.publish(id, request, plan.confirmation, false)
    }
  }

  async function now(): Promise<void> {
    if (running) await running
    if (!isDue) return
    callOff?.()
    callOff = null
    running = refresh()
      // What was published meanwhile carries the views, or the next refresh does.
      .catch((error: unknown) => logger.warn({ err: error }, 'view counts were not sent to the site'))
      .finally(() => {
        running = null
      })
    await running
  }

  return {
    /** Views have changed: send them within ten minutes. */
    soon(): void {
      isDue = true
      callOff ??= clock.at(clock.now() + pause, () => {
        callOff = null
        void now()
      })
    },
    /** Enqueues at once what is due. */
    now,
    stop(): void {
      callOff?.()
      callOff = null
      isDue = false
    },
  }
}

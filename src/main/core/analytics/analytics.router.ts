import { implement } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import { notFound } from '../errors.ts'
import type { Events } from '../events.ts'
import { addLogSource } from './add-log-source.ts'
import type { AnalyticsService } from './analytics.service.ts'
import type { FiguresService } from './figures.service.ts'
import type { LogSourceRepository } from './log-source.repository.ts'

export function createAnalyticsRouter(
  analytics: AnalyticsService,
  figures: FiguresService,
  sources: LogSourceRepository,
  events: Events,
  /** Brings what was counted to the site, when someone asks for a reading. */
  sendViews: () => Promise<void>,
) {
  const os = implement(contract.analytics)
  return os.router({
    overview: os.overview.handler(({ input }) => figures.overview(input)),
    article: os.article.handler(({ input }) => figures.article(input)),
    sources: os.sources.handler(() => sources.list()),
    addSource: os.addSource.handler(({ input }) => addLogSource(sources, input.path)),
    removeSource: os.removeSource.handler(({ input }) => {
      if (!sources.remove(input.id)) throw notFound('log source', input.id)
    }),
    ingest: os.ingest.handler(async () => {
      const counts = await analytics.ingest()
      await sendViews()
      return counts
    }),
    changed: os.changed.handler(({ signal }) => events.subscribe('analytics.changed', { signal })),
  })
}

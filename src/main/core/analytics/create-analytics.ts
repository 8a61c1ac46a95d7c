import { createAnalyticsService } from './analytics.service.ts'
import { createArticleSums } from './article-sums.ts'
import { createFiguresRepository } from './figures.repository.ts'
import { createFiguresService } from './figures.service.ts'
import { createLogSourceRepository } from './log-source.repository.ts'
import { createRollupRepository } from './rollup.repository.ts'

type Dependencies = Omit<Parameters<typeof createAnalyticsService>[0], 'sources' | 'rollups' | 'articleSums'>

/** The feature put together: reading of logs and figures over one set of rollups. */
export function createAnalytics(dependencies: Dependencies) {
  const { db, site } = dependencies
  const sources = createLogSourceRepository(db)
  const rollups = createRollupRepository(db)
  const repository = createFiguresRepository(db)
  const articleSums = createArticleSums(repository)
  return {
    sources,
    rollups,
    analytics: createAnalyticsService({ ...dependencies, sources, rollups, articleSums }),
    figures: createFiguresService({ repository, articleSums, timeZone: () => site().timeZone }),
  }
}

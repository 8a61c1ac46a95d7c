import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { Clock } from '../platform.ts'
import { createIndexKeeper } from './index-keeper.ts'
import { createIndexMerger } from './index-merger.ts'
import { createSearchRepository } from './search.repository.ts'
import { createSearchService } from './search.service.ts'
import { createSearchIndex } from './search-index.ts'

type Articles = Omit<Parameters<typeof createSearchService>[0], 'repository' | 'ready'>

/** The feature put together: the index, who keeps and merges it, and search itself, which comes once there are articles. */
export function createSearch({ db, clock, logger }: { db: Database; clock: Clock; logger: Logger }) {
  const indexMerger = createIndexMerger(db, clock, logger)
  const indexKeeper = createIndexKeeper(db, createSearchIndex(db, indexMerger.soon), clock, logger)
  return {
    indexKeeper,
    createService: (articles: Articles) =>
      createSearchService({ repository: createSearchRepository(db), ready: indexKeeper.ready, ...articles }),
    start(): void {
      void indexKeeper.fillUp()
      indexMerger.soon()
    },
    stop(): void {
      indexKeeper.stop()
      indexMerger.stop()
    },
  }
}

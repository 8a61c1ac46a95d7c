import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { ArticleId } from '#shared/model/ids.ts'
import type { ArticleService } from '../articles/article.service.ts'
import type { ArticlePublicationService } from '../articles/article-publication.service.ts'
import type { Jobs } from '../jobs/job.runner.ts'
import type { Clock } from '../platform.ts'
import { openSite, type SitePaths } from '../site/site.ts'
import { createDeployHandler, type DeployDependencies } from './deploy.handler.ts'
import { createDeployRepository } from './deploy.repository.ts'
import { createDeployWorker } from './deploy-worker.ts'
import { createManifestRepository } from './manifest.repository.ts'
import { createPublishableRepository } from './publishable.repository.ts'
import {
  createPublishingService,
  deployKind,
  type FindUnresolved,
  rollbackKind,
} from './publishing.service.ts'
import { createRollbackHandler } from './rollback.handler.ts'
import { createScheduleRepository } from './schedule.repository.ts'
import { createScheduleService } from './schedule.service.ts'
import { createTargetRepository } from './target.repository.ts'
import { createTargetService } from './target.service.ts'

/** The feature put together. */
export function createPublishing({
  db,
  jobs,
  articles,
  publication,
  pictureBudget,
  paths,
  approvedOnly,
  unresolved,
  clock,
  logger,
}: {
  db: Database
  jobs: Jobs
  articles: ArticleService
  publication: ArticlePublicationService
  pictureBudget(): number
  paths: SitePaths
  /** Nothing goes out that nobody has approved as it is. */
  approvedOnly: () => boolean
  /** What the checks still find in articles. */
  unresolved: FindUnresolved
  clock: Clock
  logger: Logger
}) {
  const targetRepository = createTargetRepository(db)
  const publishable = createPublishableRepository(db)
  const scheduleRepository = createScheduleRepository(db)
  const deploys = createDeployRepository(db)
  const manifests = createManifestRepository(db)
  const worker = createDeployWorker(paths)
  const dependencies: DeployDependencies = {
    db,
    deploys,
    manifests,
    targets: targetRepository,
    publishable,
    worker,
    publication,
    clock,
    onError: (error) => logger.warn({ err: error }, 'a target was not tidied up'),
  }
  jobs.register(deployKind, createDeployHandler(dependencies))
  jobs.register(rollbackKind, createRollbackHandler(dependencies))

  const targets = createTargetService({
    repository: targetRepository,
    schedules: scheduleRepository,
    jobs,
    clock,
    libraryFolder: paths.libraryFolder,
  })
  const publishing = createPublishingService({
    db,
    jobs,
    targets: targetRepository,
    deploys,
    manifests,
    publishable,
    schedules: scheduleRepository,
    worker,
    articles,
    approvedOnly,
    pictureBudget,
    unresolved,
    clock,
  })
  const schedules = createScheduleService({
    db,
    repository: scheduleRepository,
    publishable,
    publishing,
    publication,
    jobs,
    clock,
    logger,
  })

  return {
    targets,
    targetRepository,
    publishing,
    schedules,
    /** Where an article is read on the site that begins at `base`. */
    address(id: ArticleId, base: string): { path: string | null; url: string | null } {
      const path = openSite(db, paths).pathOf(id)
      return { path, url: path === null ? null : new URL(path, base).href }
    },
    stop: () => worker.stop(),
  }
}

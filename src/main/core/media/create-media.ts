import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import { createMediaRepository } from './media.repository.ts'
import { createMediaService } from './media.service.ts'
import { createMediaLibraryService } from './media-library.service.ts'
import { createMediaListRepository } from './media-list.repository.ts'
import { createMediaUsageRepository } from './media-usage.repository.ts'
import { createPictureWorker } from './picture-worker.ts'
import { createRenditionRepository } from './rendition.repository.ts'
import { createRenditions } from './renditions.ts'

type Dependencies = Omit<Parameters<typeof createMediaService>[0], 'repository' | 'worker' | 'renditions'> & {
  db: Database
  logger: Logger
}

/** The feature put together: storing pictures, their smaller forms, and the library of them. */
export function createMedia({ db, logger, ...shared }: Dependencies) {
  const repository = createMediaRepository(db)
  const worker = createPictureWorker()
  const renditions = createRenditions({
    ...shared,
    repository: createRenditionRepository(db),
    worker,
    logger,
  })
  const media = createMediaService({ ...shared, repository, worker, renditions })
  return {
    media,
    renditions,
    findMedia: repository.find,
    /** Articles need pictures stored, the library of pictures needs articles: it comes after them. */
    createMediaLibrary: (
      parts: Pick<Parameters<typeof createMediaLibraryService>[0], 'articles' | 'pictureBudget'>,
    ) =>
      createMediaLibraryService({
        ...shared,
        ...parts,
        db,
        logger,
        media,
        repository,
        lists: createMediaListRepository(db),
        usage: createMediaUsageRepository(db),
        renditions,
        worker,
      }),
  }
}

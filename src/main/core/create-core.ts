import { os } from '@orpc/server'
import { migrations } from './database/migrations/index.ts'
import { openLibrary } from './database/open-library.ts'
import { createEvents } from './events.ts'
import { createMediaRepository } from './media/media.repository.ts'
import { createMediaRouter } from './media/media.router.ts'
import { createMediaService } from './media/media.service.ts'
import type { Platform } from './platform.ts'
import { guardErrors } from './router.ts'
import { createServing } from './serving/create-serving.ts'

export type Core = Awaited<ReturnType<typeof createCore>>

/** The composition root: constructs the features in dependency order. The only place that knows them all. */
export async function createCore(platform: Platform) {
  const library = await openLibrary(platform.libraryFolder, migrations)
  const events = createEvents()
  void events

  const mediaRepository = createMediaRepository(library.db)
  const media = createMediaService({
    repository: mediaRepository,
    libraryFolder: library.folder,
    clock: platform.clock,
  })

  const router = os.use(guardErrors(platform.logger)).router({
    media: createMediaRouter(media, mediaRepository),
  })

  return {
    router,
    /** The app's files, media originals and preview pages, for the host to answer with. */
    serving: createServing({ media: media.mediaFile, page: () => null }),
    /** Begins background work: due schedules, unfinished jobs, log reading. */
    async start(): Promise<void> {},
    /** Lets running jobs reach a checkpoint, then closes the library. */
    async stop(): Promise<void> {
      library.close()
    },
  }
}

import { os } from '@orpc/server'
import { migrations } from './database/migrations/index.ts'
import { openLibrary } from './database/open-library.ts'
import { createEvents } from './events.ts'
import type { Platform } from './platform.ts'
import { guardErrors } from './router.ts'

export type Core = Awaited<ReturnType<typeof createCore>>

/** The composition root: constructs the features in dependency order. The only place that knows them all. */
export async function createCore(platform: Platform) {
  const library = await openLibrary(platform.libraryFolder, migrations)
  const events = createEvents()
  void events

  const router = os.use(guardErrors(platform.logger)).router({})

  return {
    router,
    /** Begins background work: due schedules, unfinished jobs, log reading. */
    async start(): Promise<void> {},
    /** Lets running jobs reach a checkpoint, then closes the library. */
    async stop(): Promise<void> {
      library.close()
    },
  }
}

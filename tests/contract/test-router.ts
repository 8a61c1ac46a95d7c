import { os } from '@orpc/server'
import { pino } from 'pino'
import { z } from 'zod'
import type { Core } from '../../src/main/core/create-core.ts'
import { guardErrors } from '../../src/main/core/router.ts'

export type TestRouter = ReturnType<typeof createTestRouter>

/** The core's own operations, and a few that show what a transport carries. */
export function createTestRouter(core: Core) {
  const guarded = os.use(guardErrors(pino({ level: 'silent' })))
  let streams = 0
  const streamEnded: (() => void)[] = []
  return {
    ...core.router,
    test: {
      echo: os.input(z.unknown()).handler(({ input }) => input),
      break: guarded.handler((): string => {
        throw new Error('the secret of the house')
      }),
      /** Counts up until nobody listens. */
      count: os.handler(async function* ({ signal }) {
        streams++
        try {
          for (let n = 0; !signal?.aborted; n++) {
            yield n
            await new Promise((resolve) => setImmediate(resolve))
          }
        } finally {
          streams--
          for (const ended of streamEnded.splice(0)) ended()
        }
      }),
      openStreams: os.handler(() => streams),
    },
    whenStreamEnds: os.handler(() => new Promise<void>((resolve) => streamEnded.push(resolve))),
  }
}

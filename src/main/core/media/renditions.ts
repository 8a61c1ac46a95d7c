import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { MediaStatus } from '#shared/contract/media.ts'
import type { Announce } from '../announce.ts'
import { storageError } from '../errors.ts'
import type { Clock } from '../platform.ts'
import { renditionFileName, renditionsFolder } from './media-file.ts'
import type { PictureWorker } from './picture-worker.ts'
import type { RenditionRepository } from './rendition.repository.ts'

/** Older pictures wait until the desk is up, ms. */
const settling = 5_000

export type Renditions = ReturnType<typeof createRenditions>

/**
 * Makes the smaller forms of pictures in the background, one picture after another, the newest first. Nothing waits
 * for them: a page names those that exist when it is made.
 */
export function createRenditions(dependencies: {
  repository: RenditionRepository
  worker: PictureWorker
  libraryFolder: string
  announce: Announce
  clock: Clock
  logger: Logger
}) {
  const { repository, worker, libraryFolder, announce, clock, logger } = dependencies
  const folder = renditionsFolder(libraryFolder)
  let started = false
  let stopped = false
  let running: Promise<void> | null = null
  let problem: MediaStatus['problem'] = null
  let callOff: (() => void) | undefined

  // A restored backup has none, and people may delete the folder to save space: then its rows must not name any.
  if (!existsSync(folder)) repository.forgetAll()

  const status = (): MediaStatus => ({ pending: repository.pending(), problem })

  /** Answers whether to go on. */
  async function makeNext(): Promise<boolean> {
    const picture = repository.next()
    if (!picture || stopped) return false
    const { id, mime, bytes } = picture
    repository.begin(id)
    try {
      repository.finish(id, await worker.run('derive', { id, mime, bytes, libraryFolder }))
    } catch (error) {
      if (stopped) {
        repository.giveBack(id)
        return false
      }
      const reason = storageError(error)?.data.reason
      if (reason === 'disk-full' || reason === 'read-only' || reason === 'io') {
        repository.giveBack(id)
        problem = reason
        announce('media.changed', { ids: [], gone: false, ...status() })
        return false
      }
      logger.warn({ media: id, err: error }, 'no renditions of a picture')
      repository.giveUp(id)
    }
    announce('media.changed', { ids: [id], gone: false, ...status() })
    return true
  }

  async function run(): Promise<void> {
    while (await makeNext());
  }

  /** Takes up what is waiting; nothing happens before `start`. */
  function soon(): void {
    if (!started || stopped || running) return
    problem = null
    running = run()
      .catch((error: unknown) => logger.warn({ err: error }, 'renditions not made'))
      .finally(() => {
        running = null
      })
  }

  /** Forgets renditions whose file is gone. */
  async function findLost(): Promise<void> {
    for (let prefix = 0; prefix < 256 && !stopped; prefix++) {
      const name = prefix.toString(16).padStart(2, '0')
      const made = repository.made(name)
      if (made.length === 0) continue
      const files = new Set(await readdir(join(folder, name)).catch(() => []))
      for (const { id, renditions } of made)
        if (renditions.some((form) => !files.has(renditionFileName(id, form)))) repository.forget(id)
    }
  }

  return {
    status,
    soon,
    start(): void {
      started = true
      callOff = clock.at(clock.now() + settling, () => {
        mkdir(folder, { recursive: true })
          .then(findLost)
          .catch((error: unknown) => logger.warn({ err: error }, 'renditions not looked through'))
          .finally(soon)
      })
    },
    /** The picture under way is begun again next time. */
    async stop(): Promise<void> {
      stopped = true
      callOff?.()
      await worker.stop()
      await running
    },
  }
}

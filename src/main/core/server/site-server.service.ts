import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ServerStatus, Target } from '#shared/contract/publishing.ts'
import type { TargetId } from '#shared/model/ids.ts'
import { invalid } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Clock } from '../platform.ts'
import { type AccessLog, openAccessLog } from './access-log.ts'
import { createSiteHandler } from './site-handler.ts'

export type SiteServer = ReturnType<typeof createSiteServer>

interface Running {
  server: Server
  log: AccessLog
  /** Requests that are being answered. */
  underWay: Set<Promise<void>>
  status: ServerStatus
}

/** Serves one published folder on this machine, and logs like a real web server, so that its readers are counted. */
export function createSiteServer({
  libraryFolder,
  targetOf,
  addLogSource,
  events,
  clock,
  logger,
}: {
  libraryFolder: string
  /** @throws NOT_FOUND */
  targetOf(id: TargetId): Target
  /** Lets the figures read a log. */
  addLogSource(path: string): void
  events: Events
  clock: Clock
  logger: Logger
}) {
  let running: Running | null = null
  const stopped: ServerStatus = { running: false, targetId: null, url: null, logFile: null }
  const status = (): ServerStatus => running?.status ?? stopped

  async function end(): Promise<void> {
    const ending = running
    running = null
    if (!ending) return
    await new Promise<void>((resolve) => {
      ending.server.close(() => resolve())
      ending.server.closeAllConnections()
    })
    await Promise.all(ending.underWay)
    ending.log.close()
  }

  return {
    status,
    /** Starting again serves the other target instead. @throws INVALID `port-in-use` | `port-not-allowed` */
    async start(targetId: TargetId, port: number): Promise<ServerStatus> {
      const target = targetOf(targetId)
      await end()
      const logFile = join(libraryFolder, 'logs', `access-${targetId}.log`)
      const log = openAccessLog(logFile)
      const underWay = new Set<Promise<void>>()
      const handle = createSiteHandler({ folder: target.config.folder, log, now: clock.now })
      const server = createServer((request, response) => {
        const answered: Promise<void> = handle(request, response)
          .catch((error: unknown) => {
            logger.warn({ err: error, url: request.url }, 'a reader got no answer')
            response.destroy()
          })
          .finally(() => underWay.delete(answered))
        underWay.add(answered)
      })
      try {
        await new Promise<void>((resolve, reject) => {
          server.once('error', reject)
          server.listen(port, '127.0.0.1', resolve)
        })
      } catch (error) {
        log.close()
        const code = (error as NodeJS.ErrnoException).code
        if (code === 'EADDRINUSE') throw invalid('port-in-use', String(port))
        if (code === 'EACCES') throw invalid('port-not-allowed', String(port))
        throw error
      }
      addLogSource(logFile)
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      running = { server, log, underWay, status: { running: true, targetId, url, logFile } }
      events.publish('server.changed', running.status)
      return running.status
    },
    async stop(): Promise<ServerStatus> {
      const was = running !== null
      await end()
      if (was) events.publish('server.changed', stopped)
      return stopped
    },
  }
}

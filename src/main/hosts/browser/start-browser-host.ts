import { randomBytes } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCore } from '../../core/create-core.ts'
import type { Platform } from '../../core/platform.ts'
import { openLog } from '../common/open-log.ts'
import type { Program } from '../common/program.ts'
import { acceptSockets } from './accept-sockets.ts'
import { answerApp } from './app-server.ts'
import { libraryPorts } from './library-ports.ts'
import { createNodePlatform } from './node-platform.ts'
import type { BrowserHostOptions } from './options.ts'
import { answerPreview } from './preview-server.ts'
import { createSession } from './session.ts'

const loopback = '127.0.0.1'

export type BrowserHost = Awaited<ReturnType<typeof startBrowserHost>>

/** Opens the library and serves it to one person's browser. Errors as `createCore`; EADDRINUSE for a taken port that was asked for. */
export async function startBrowserHost(
  program: Program,
  options: Pick<BrowserHostOptions, 'libraryFolder' | 'port' | 'renderer' | 'session'>,
  overrides: Partial<Platform> = {},
) {
  const logger = openLog(options.libraryFolder)
  const appServer = createServer()
  const previewServer = createServer()
  const stopServers = () => Promise.all([close(appServer), close(previewServer)])
  try {
    const port =
      options.port === undefined
        ? await listenOnFirst(appServer, libraryPorts(options.libraryFolder))
        : await listen(appServer, options.port)
    const authority = `${loopback}:${port}`
    const appOrigin = `http://${authority}`
    const previewAuthority = `${loopback}:${await listen(previewServer, 0)}`
    const previewToken = randomBytes(24).toString('base64url')

    const core = await createCore({
      ...createNodePlatform({
        version: program.version,
        libraryFolder: options.libraryFolder,
        resourcesFolder: program.resourcesFolder,
        mediaBase: '/media/',
        previewBase: `http://${previewAuthority}/${previewToken}/`,
        logger,
      }),
      ...overrides,
    })
    const { router, serving } = core
    const session = createSession(port, options.session)
    const renderer = options.renderer ?? program.rendererFolder
    const app = { authority, previewOrigin: `http://${previewAuthority}`, renderer, session, serving }
    const preview = { authority: previewAuthority, appOrigin, token: previewToken, serving }
    const broken = (response: ServerResponse) => (error: unknown) => {
      logger.error({ err: error }, 'request failed')
      response.destroy()
    }
    appServer.on('request', (request, response) => {
      answerApp(app, request, response).catch(broken(response))
    })
    previewServer.on('request', (request, response) => {
      answerPreview(preview, request, response).catch(broken(response))
    })
    const sockets = acceptSockets(appServer, { authority, session, router })
    await core.start()

    return {
      origin: appOrigin,
      /** An address that opens the desk, once. */
      issueAddress: (): string => `${appOrigin}/open?ticket=${session.issueTicket()}`,
      async stop(): Promise<void> {
        sockets.close()
        await stopServers()
        await core.stop()
      },
    }
  } catch (error) {
    await stopServers()
    throw error
  }
}

/** On the first of the ports that is free, else on any. */
async function listenOnFirst(server: Server, ports: readonly number[]): Promise<number> {
  for (const port of ports) {
    try {
      return await listen(server, port)
    } catch (error) {
      // Windows answers EACCES for a port that it keeps for itself.
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    }
  }
  return listen(server, 0)
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, loopback, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

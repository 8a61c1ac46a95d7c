import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { wire } from '#shared/contract/wire.ts'
import { acceptSockets } from '../../src/main/hosts/browser/accept-sockets.ts'
import { createSession } from '../../src/main/hosts/browser/session.ts'
import { servePort } from '../../src/main/hosts/desktop/serve-port.ts'
import { openSocketLink } from '../helpers/connect-client.ts'
import type { TestRouter } from './test-router.ts'

export interface Connected {
  client: RouterClient<TestRouter>
  /** Cuts the line from the client's side. */
  close(): Promise<void>
}

/** The ways a window reaches the core. */
export const transports: Record<string, (router: TestRouter) => Promise<Connected>> = {
  'in process': async (router) => ({ client: createRouterClient(router), close: async () => {} }),

  MessagePort: async (router) => {
    const { port1, port2 } = new MessageChannel()
    servePort(new PortHandler(router, wire), port1)
    const link = new PortLink({ port: port2, ...wire })
    port2.start()
    return {
      client: createORPCClient(link),
      close: async () => {
        const closed = once(port1, 'close')
        port2.close()
        await closed
      },
    }
  },

  WebSocket: async (router) => {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const authority = `127.0.0.1:${port}`
    const session = createSession(port)
    const sockets = acceptSockets(server, { authority, session, router })
    const cookie = session.redeem(session.issueTicket())?.split(';')[0] ?? ''
    const { link, close } = await openSocketLink(`http://${authority}`, cookie, session.token)
    return {
      client: createORPCClient(link),
      close: async () => {
        close()
        sockets.close()
        server.close()
        await once(server, 'close')
      },
    }
  },
}

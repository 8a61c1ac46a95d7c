import type { Server } from 'node:http'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { wire } from '#shared/contract/wire.ts'
import type { Core } from '../../core/create-core.ts'
import { isOwnUpgrade } from './loopback-guard.ts'
import type { Session } from './session.ts'

/** An upload of 50 MB and what is around it. */
const largestMessage = 64 * 1024 * 1024
const helloWithin = 5_000

/** The contract over WebSocket at /rpc. The first message is the session's token; the answer is `ready`. */
export function acceptSockets(
  server: Server,
  { authority, session, router }: { authority: string; session: Session; router: Core['router'] },
): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  const handler = new RPCHandler(router, wire)

  server.on('upgrade', (request, socket, head) => {
    const isOurs = request.url === '/rpc' && isOwnUpgrade(request, authority) && session.hasCookie(request)
    if (!isOurs) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => greet(webSocket))
  })

  function greet(webSocket: WebSocket): void {
    const timer = setTimeout(() => webSocket.close(4401, 'No token'), helloWithin)
    webSocket.on('error', () => webSocket.terminate())
    webSocket.once('close', () => clearTimeout(timer))
    webSocket.once('message', (data, isBinary) => {
      clearTimeout(timer)
      if (isBinary || !session.isToken(data.toString())) {
        webSocket.close(4401, 'Wrong token')
        return
      }
      void handler.upgrade(webSocket)
      webSocket.send('ready')
    })
  }

  return {
    close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

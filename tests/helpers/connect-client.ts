import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '#shared/contract/index.ts'
import { wire } from '#shared/contract/wire.ts'

export type Client = ContractRouterClient<Contract>

/** Talks to a browser host the way its page does: ticket, cookie, session token, socket. */
export async function connectClient(address: string): Promise<{ client: Client; close: () => void }> {
  const { origin } = new URL(address)
  const opened = await fetch(address)
  const cookie = opened.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`No session at ${origin}: ${await opened.text()}`)
  const token = await (await fetch(`${origin}/session`, { headers: { cookie } })).text()
  const { link, close } = await openSocketLink(origin, cookie, token)
  return { client: createORPCClient(link), close }
}

/** The socket alone, as `connect-websocket.ts` opens it. */
export async function openSocketLink(origin: string, cookie: string, token: string) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
  // oRPC reads binary messages as the browser's socket gives them.
  socket.binaryType = 'arraybuffer'
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => socket.send(token))
    socket.once('message', () => resolve())
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The host closed the socket')))
  })
  // ws types the DOM's socket a little differently; it behaves the same.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket, ...wire })
  return { link, close: () => socket.close() }
}

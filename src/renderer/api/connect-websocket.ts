import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { wire } from '#shared/contract/wire.ts'
import { type Connection, type ConnectionState, DisconnectedError } from './connection.ts'

const longestPause = 5_000
/** How long a call waits for a connection that is being made. */
const patience = 5_000

/**
 * The browser: a WebSocket that comes back by itself. The session is asked of the server that sent this page, with
 * the page's cookie, and is the first message; the server answers `ready`.
 */
export function connectWebSocket(origin = window.location.origin): Connection {
  let current: ClientLink<ClientContext> | null = null
  let failures = 0
  const stateListeners = new Set<() => void>()
  const waiting = new Set<(link: ClientLink<ClientContext>) => void>()

  function setCurrent(link: ClientLink<ClientContext> | null) {
    current = link
    for (const listener of stateListeners) listener()
    if (!link) return
    for (const go of waiting) go(link)
    waiting.clear()
  }

  async function connect(): Promise<void> {
    try {
      const socket = await openSession(origin)
      failures = 0
      socket.addEventListener('close', () => {
        setCurrent(null)
        void connect()
      })
      setCurrent(new RPCLink({ websocket: socket, ...wire }))
    } catch {
      const pause = Math.min(longestPause, 200 * 2 ** failures++)
      setTimeout(() => void connect(), pause)
    }
  }

  const linkNow = (signal: AbortSignal | undefined): Promise<ClientLink<ClientContext>> => {
    if (current) return Promise.resolve(current)
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', aborted)
        waiting.delete(go)
        finish()
      }
      const go = (link: ClientLink<ClientContext>) => settle(() => resolve(link))
      const aborted = () => settle(() => reject(signal?.reason))
      const timer = setTimeout(() => settle(() => reject(new DisconnectedError())), patience)
      signal?.addEventListener('abort', aborted)
      waiting.add(go)
    })
  }

  void connect()
  return {
    link: {
      async call(path, input, options) {
        const link = await linkNow(options.signal)
        try {
          return await link.call(path, input, options)
        } catch (error) {
          if (link !== current && !options.signal?.aborted) throw new DisconnectedError({ cause: error })
          throw error
        }
      },
    },
    state: (): ConnectionState => (current ? 'connected' : 'reconnecting'),
    onStateChange(listener) {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
  }
}

async function openSession(origin: string): Promise<WebSocket> {
  const response = await fetch(new URL('/session', origin), { cache: 'no-store' })
  if (!response.ok) throw new DisconnectedError()
  const token = await response.text()
  const socket = new WebSocket(new URL('/rpc', origin.replace(/^http/, 'ws')))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => socket.send(token), { once: true })
    socket.addEventListener('message', () => resolve(), { once: true })
    socket.addEventListener('close', () => reject(new DisconnectedError()), { once: true })
  })
  return socket
}

import { RPCLink } from '@orpc/client/message-port'
import { wire } from '#shared/contract/wire.ts'
import type { Connection } from './connection.ts'

/** The desktop: hands one end of a channel to the preload, which passes it on to the main process. */
export function connectMessagePort(): Connection {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('galley:connect', window.location.origin, [port2])
  const link = new RPCLink({ port: port1, ...wire })
  port1.start()
  return { link, state: () => 'connected', onStateChange: () => () => {} }
}

import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { RPCHandler } from '@orpc/server/message-port'

/** A port as Electron's main process and Node's worker threads have it: silent until started. */
type Port = SupportedMessagePort & { start(): void }

/** The contract over a port that was checked before. */
export function servePort(handler: RPCHandler<Record<never, never>>, port: Port): void {
  handler.upgrade(port)
  port.start()
}

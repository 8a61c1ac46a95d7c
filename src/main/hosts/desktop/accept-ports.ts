import { RPCHandler } from '@orpc/server/message-port'
import { ipcMain } from 'electron'
import { wire } from '#shared/contract/wire.ts'
import type { Core } from '../../core/create-core.ts'
import { isAppFrame } from './origins.ts'
import { servePort } from './serve-port.ts'

/** The contract over MessagePort. A port is taken from the window's own document only. */
export function acceptPorts(router: Core['router']): void {
  const handler = new RPCHandler(router, wire)
  ipcMain.on('galley:connect', (event) => {
    const [port] = event.ports
    if (port && isAppFrame(event.senderFrame)) servePort(handler, port)
  })
}

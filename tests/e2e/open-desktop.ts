import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { _electron, type Page } from '@playwright/test'
import type { Client } from '../helpers/connect-client.ts'
import { electronPath } from './electron-runtime.ts'

/** The desktop program on a library, and the contract through a second port of its window. */
export async function openDesktop(libraryFolder: string) {
  const args = ['.', `--library=${libraryFolder}`]
  if (process.getuid?.() === 0) args.unshift('--no-sandbox')
  const app = await _electron.launch({ executablePath: electronPath(), args })
  const page = await app.firstWindow()
  return { page, client: await connectThrough(page), close: () => app.close() }
}

/** Ports cannot leave the browser: their messages are carried over as text. */
async function connectThrough(page: Page): Promise<Client> {
  const listeners = new Set<(event: { data: unknown }) => void>()
  await page.exposeFunction('galleyTestReceive', (data: string, binary: boolean) => {
    for (const listener of listeners) listener({ data: binary ? Buffer.from(data, 'base64') : data })
  })
  const port = await page.evaluateHandle(() => {
    const { port1, port2 } = new MessageChannel()
    const receive = (globalThis as unknown as Record<string, (data: string, binary: boolean) => void>)
      .galleyTestReceive
    port1.onmessage = ({ data }) => {
      if (typeof data === 'string') receive?.(data, false)
      else receive?.(btoa(String.fromCharCode(...new Uint8Array(data))), true)
    }
    window.postMessage('galley:connect', window.location.origin, [port2])
    return port1
  })
  const post = async (data: string | ArrayBuffer | Uint8Array<ArrayBuffer>) => {
    const text = typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer).toString('base64')
    await port.evaluate(
      (to, [message, binary]) =>
        to.postMessage(binary ? Uint8Array.from(atob(message), (c) => c.charCodeAt(0)) : message),
      [text, typeof data !== 'string'] as const,
    )
  }
  const link = new RPCLink({
    port: {
      on: (event, callback) => {
        if (event === 'message') listeners.add(callback)
      },
      postMessage: (data: string | ArrayBuffer) => void post(data),
    },
  })
  return createORPCClient(link)
}

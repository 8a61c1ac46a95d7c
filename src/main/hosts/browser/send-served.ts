import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Core } from '../../core/create-core.ts'

export type Served = ReturnType<Core['serving']['media']>

/** Writes what the core answered; a file is streamed. */
export async function sendServed(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
): Promise<void> {
  const { status, headers, body } = served
  const withoutBody = request.method === 'HEAD'
  if (typeof body === 'string' || Buffer.isBuffer(body)) {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
    response.end(withoutBody ? undefined : body)
    return
  }
  const file = await open(body.file).catch(() => null)
  if (!file) return sendText(response, 404, 'Not found')
  try {
    response.writeHead(status, { ...headers, 'content-length': (await file.stat()).size })
    if (withoutBody) response.end()
    else await pipeline(file.createReadStream({ autoClose: false }), response)
  } catch (error) {
    // The window went away in the middle of it.
    if (!response.destroyed) response.destroy(error instanceof Error ? error : undefined)
  } finally {
    await file.close()
  }
}

export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...headers,
  })
  response.end(text)
}

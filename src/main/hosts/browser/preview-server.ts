import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../../core/create-core.ts'
import { sendServed, sendText } from './send-served.ts'

export interface PreviewServer {
  authority: string
  appOrigin: string
  /** First part of every path. The frame's origin is opaque and carries no cookie, so the address is the key. */
  token: string
  serving: Core['serving']
}

/** The preview's own origin: pages of the site as they would be published, and nothing else. */
export async function answerPreview(
  { authority, appOrigin, token, serving }: PreviewServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.host !== authority) return sendText(response, 403, 'Refused')
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Refused')
  const url = new URL(request.url ?? '/', `http://${authority}`)
  const [, key = '', ...rest] = url.pathname.split('/')
  if (!equal(key, token)) return sendText(response, 404, 'Not found')
  let path: string
  try {
    path = decodeURIComponent(rest.join('/'))
  } catch {
    return sendText(response, 400, 'Bad address')
  }
  const self = `http://${authority}`
  const base = `${self}/${token}/`
  const live = url.searchParams.has('live')
  const print = url.searchParams.has('print')
  return sendServed(request, response, serving.preview({ path, live, print, self, app: appOrigin, base }))
}

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

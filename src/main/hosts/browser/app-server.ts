import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../../core/create-core.ts'
import { isOwnRequest } from './loopback-guard.ts'
import { sendServed, sendText } from './send-served.ts'
import type { Session } from './session.ts'
import { sendFromVite } from './vite-renderer.ts'

export interface AppServer {
  authority: string
  previewOrigin: string
  renderer: string
  session: Session
  serving: Core['serving']
}

const ended =
  'This address was used already, or belongs to a Galley that has ended.\n' +
  'Press Enter in the terminal that runs Galley for a new window.\n\n' +
  '这个地址已经用过，或者所属的编辑台已经退出。请在运行编辑台的终端里按回车键，打开新窗口。\n'

/** The app's own origin: the interface, the session and media originals. */
export async function answerApp(
  { authority, previewOrigin, renderer, session, serving }: AppServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${authority}`)
  if (request.headers.host !== authority) return sendText(response, 403, 'Refused')
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Refused')

  // Reached by a click in a terminal or a mail, too: the ticket is the proof, where it was found does not matter.
  if (url.pathname === '/open') {
    const cookie = session.redeem(url.searchParams.get('ticket') ?? '')
    if (!cookie) return sendText(response, 403, ended)
    // Not a redirect: the next request has to come from this origin for the cookie to go along.
    return sendText(
      response,
      200,
      '<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Galley</title>',
      {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'",
        'set-cookie': cookie,
      },
    )
  }

  if (!isOwnRequest(request, authority)) return sendText(response, 403, 'Refused')
  if (!session.hasCookie(request)) return sendText(response, 403, ended)
  if (url.pathname === '/session') {
    // Only a script of ours asks for it; an address typed by hand or a frame does not.
    const mode = request.headers['sec-fetch-dest']
    if (mode !== undefined && mode !== 'empty') return sendText(response, 403, 'Refused')
    return sendText(response, 200, session.token)
  }
  if (url.pathname.startsWith('/media/')) {
    return sendServed(request, response, serving.media(url.pathname.slice('/media/'.length)))
  }
  if (url.pathname.startsWith('/exports/')) {
    return sendServed(request, response, serving.exported(url.pathname.slice('/exports/'.length)))
  }
  if (/^https?:/.test(renderer)) return sendFromVite(renderer, request, response)
  const sources = { media: '', preview: previewOrigin, connect: `ws://${authority}` }
  return sendServed(request, response, serving.app(renderer, url.pathname, sources))
}

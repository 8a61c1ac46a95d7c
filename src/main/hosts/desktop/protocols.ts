import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { net, protocol } from 'electron'
import type { Core } from '../../core/create-core.ts'
import { appOrigin, appScheme, previewBase, previewOrigin, previewScheme } from './origins.ts'

type Served = ReturnType<Core['serving']['media']>

/** Before the app is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges },
    { scheme: previewScheme, privileges },
  ])
}

/** Answers the window's requests. `renderer`: the built folder, or, while developing, a Vite server's address. */
export function serveSchemes(serving: Core['serving'], renderer: string): void {
  const sources = { media: '', preview: previewOrigin, connect: '' }

  protocol.handle(appScheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'galley' || request.method !== 'GET') return new Response('Refused', { status: 403 })
    if (pathname.startsWith('/media/')) return respond(serving.media(pathname.slice('/media/'.length)))
    if (/^https?:/.test(renderer))
      return net.fetch(new URL(pathname, renderer).href + new URL(request.url).search)
    return respond(serving.app(renderer, pathname, sources))
  })

  protocol.handle(previewScheme, async (request) => {
    const { host, pathname, searchParams } = new URL(request.url)
    if (host !== 'site' || request.method !== 'GET') return new Response('Refused', { status: 403 })
    const path = decode(pathname.slice(1))
    if (path === null) return new Response('Bad address', { status: 400 })
    const live = searchParams.has('live')
    const print = searchParams.has('print')
    return respond(
      serving.preview({ path, live, print, self: previewOrigin, app: appOrigin, base: previewBase }),
    )
  })
}

async function respond({ status, headers, body }: Served): Promise<Response> {
  if (typeof body === 'string') return new Response(body, { status, headers })
  if (Buffer.isBuffer(body)) return new Response(new Uint8Array(body), { status, headers })
  const size = (await stat(body.file).catch(() => null))?.size
  if (size === undefined) return new Response('Not found', { status: 404 })
  const stream = Readable.toWeb(createReadStream(body.file)) as ReadableStream<Uint8Array>
  return new Response(stream, { status, headers: { ...headers, 'content-length': String(size) } })
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

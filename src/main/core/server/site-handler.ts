import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { contentType } from '../site/content-type.ts'
import type { AccessLog } from './access-log.ts'
import { fileAt, findPublished, type PublishedFile } from './published-file.ts'

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** Answers requests for a published folder as a plain web server would, and logs each. */
export function createSiteHandler({ folder, log, now }: { folder: string; log: AccessLog; now(): number }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = now()
    let bytes = 0
    try {
      bytes = await answer(folder, request, response)
    } catch (error) {
      // The reader went away, or the file did.
      if (!response.headersSent) response.writeHead(500).end()
      else response.destroy(error instanceof Error ? error : undefined)
    }
    log.write({
      address: request.socket.remoteAddress ?? '127.0.0.1',
      at,
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      version: request.httpVersion,
      status: response.statusCode,
      bytes,
      referrer: request.headers.referer ?? '',
      agent: request.headers['user-agent'] ?? '',
    })
  }
}

/** Answers how many bytes of body were sent. */
async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<number> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return 0
  }
  const pathname = (request.url ?? '/').replace(/[?#].*$/s, '')
  const found = await findPublished(folder, pathname)
  if (found.kind === 'redirect') {
    response.writeHead(301, { location: found.to, 'content-length': 0 }).end()
    return 0
  }
  if (found.kind === 'file') return send(request, response, found.file, 200, pathname)
  if (pathname.endsWith('/beacon.gif')) {
    const headers = {
      'content-type': 'image/gif',
      'content-length': pixel.length,
      'cache-control': 'no-store',
    }
    response.writeHead(200, headers).end(pixel)
    return pixel.length
  }
  const page = await fileAt(folder, '404.html')
  if (page) return send(request, response, page, 404, pathname)
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
  return 10
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: PublishedFile,
  status: number,
  pathname: string,
): Promise<number> {
  const headers = {
    etag: file.etag,
    'last-modified': file.modified.toUTCString(),
    'cache-control': cacheControl(pathname),
    'x-content-type-options': 'nosniff',
  }
  if (status === 200 && isFresh(request, file)) {
    response.writeHead(304, headers).end()
    return 0
  }
  response.writeHead(status, {
    ...headers,
    'content-type': contentType(file.path),
    'content-length': file.bytes,
  })
  if (request.method === 'HEAD') {
    response.end()
    return 0
  }
  await pipeline(createReadStream(file.path), response)
  return file.bytes
}

/** Assets and media carry their content in their names. */
function cacheControl(pathname: string): string {
  if (pathname.endsWith('/beacon.gif')) return 'no-store'
  return /^\/(assets|media)\//.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function isFresh(request: IncomingMessage, file: PublishedFile): boolean {
  const match = request.headers['if-none-match']
  if (match !== undefined)
    return match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.etag || tag.trim() === '*')
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  return !Number.isNaN(since) && Math.floor(file.modified.getTime() / 1000) * 1000 <= since
}

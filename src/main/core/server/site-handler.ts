import { createReadStream } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { contentType } from '../site/content-type.ts'
import type { AccessLog } from './access-log.ts'
import { fileAt, findPublished, type PublishedFile } from './published-file.ts'

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

interface Answer {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer | PublishedFile | null
}

/** Answers requests for a published folder as a plain web server would, and logs each. */
export function createSiteHandler({
  folder,
  log,
  now,
}: {
  folder: string
  log: Pick<AccessLog, 'write'>
  now(): number
}) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await answerTo(folder, request)
    const bytes = body === null ? 0 : Buffer.isBuffer(body) ? body.length : body.bytes
    // Before the body, so that whoever has read the page finds its line in the log.
    log.write({
      address: request.socket.remoteAddress ?? '127.0.0.1',
      at: now(),
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      version: request.httpVersion,
      status,
      bytes,
      referrer: request.headers.referer ?? '',
      agent: request.headers['user-agent'] ?? '',
    })
    response.writeHead(status, headers)
    if (body === null || Buffer.isBuffer(body)) return void response.end(body ?? undefined)
    // The reader may go away in the middle; that is its right.
    await pipeline(createReadStream(body.path), response).catch(() => response.destroy())
  }
}

async function answerTo(folder: string, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, headers: { allow: 'GET, HEAD', 'content-length': 0 }, body: null }
  const pathname = (request.url ?? '/').replace(/[?#].*$/s, '')
  const found = await findPublished(folder, pathname)
  if (found.kind === 'redirect')
    return { status: 301, headers: { location: found.to, 'content-length': 0 }, body: null }
  if (found.kind === 'file') return fileAnswer(request, found.file, 200, pathname)
  if (pathname.endsWith('/beacon.gif')) {
    const headers = {
      'content-type': 'image/gif',
      'content-length': pixel.length,
      'cache-control': 'no-store',
    }
    return { status: 200, headers, body: pixel }
  }
  const page = await fileAt(folder, '404.html')
  if (page) return fileAnswer(request, page, 404, pathname)
  const body = Buffer.from('Not found\n')
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-length': body.length }
  return { status: 404, headers, body }
}

function fileAnswer(request: IncomingMessage, file: PublishedFile, status: number, pathname: string): Answer {
  const headers = {
    etag: file.etag,
    'last-modified': file.modified.toUTCString(),
    // What is not there today may come: no reader is to remember that for a year.
    'cache-control': status === 200 ? cacheControl(pathname) : 'no-cache',
    'x-content-type-options': 'nosniff',
  }
  if (status === 200 && isFresh(request, file)) return { status: 304, headers, body: null }
  const type = contentType(status === 200 ? file.path : '404.html')
  const full = { ...headers, 'content-type': type, 'content-length': file.bytes }
  return { status, headers: full, body: request.method === 'HEAD' ? null : file }
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

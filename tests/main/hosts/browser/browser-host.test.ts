import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type BrowserHost, startBrowserHost } from '../../../../src/main/hosts/browser/start-browser-host.ts'
import { connectClient } from '../../../helpers/connect-client.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-host-'))
const renderer = join(folder, 'renderer')
let host: BrowserHost
let cookie: string
let authority: string

beforeAll(async () => {
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>desk</title>')
  writeFileSync(join(renderer, 'assets/app.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  host = await startBrowserHost(
    {
      version: '1.2.3',
      resourcesFolder: join(import.meta.dirname, '../../../../resources'),
      rendererFolder: renderer,
    },
    { libraryFolder: join(folder, 'library'), port: 0, renderer: undefined, session: undefined },
  )
  authority = new URL(host.origin).host
  const opened = await get(host.issueAddress())
  cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
})

afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends what a browser would not let a test send. */
const get = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers, method, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (part) => (body += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })

describe('the ticket', () => {
  test('opens once, with a cookie that scripts and other sites do not get', async () => {
    const address = host.issueAddress()
    const first = await get(address)
    expect(first.status).toBe(200)
    expect(first.headers['set-cookie']?.[0]).toMatch(/^galley-\d+=.+; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(first.headers['referrer-policy']).toBe('no-referrer')
    const second = await get(address)
    expect(second.status).toBe(403)
    expect(second.headers).not.toHaveProperty('set-cookie')
  })

  test('that was never issued opens nothing', async () => {
    expect((await get(`${host.origin}/open?ticket=x`)).status).toBe(403)
    expect((await get(`${host.origin}/open`)).status).toBe(403)
  })
})

describe('the app’s origin', () => {
  test('serves the interface under a strict policy', async () => {
    const { status, headers, body } = await get(`${host.origin}/`, { cookie })
    expect([status, body]).toEqual([200, '<!doctype html><title>desk</title>'])
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect((await get(`${host.origin}/assets/app.js`, { cookie })).headers['content-type']).toMatch(
      'javascript',
    )
  })

  test.each([
    ['no cookie', {}],
    ['a made-up cookie', { cookie: 'galley=1' }],
    ['another host name for this machine', { host: 'localhost' }],
    ['a name that was made to point here', { host: 'evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['an opaque origin', { origin: 'null' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page elsewhere', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', async (_what, headers: Record<string, string>) => {
    const withCookie = 'cookie' in headers || _what === 'no cookie' ? headers : { cookie, ...headers }
    for (const path of ['/', '/session', '/assets/app.js']) {
      expect((await get(host.origin + path, withCookie)).status).toBe(403)
    }
  })

  test('gives the session token to a script, not to a frame or a page', async () => {
    const script = { cookie, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }
    expect((await get(`${host.origin}/session`, script)).body).toMatch(/^[\w-]{40,}$/)
    expect((await get(`${host.origin}/session`, { ...script, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
    expect((await get(`${host.origin}/session`, { ...script, 'sec-fetch-dest': 'document' })).status).toBe(
      403,
    )
  })

  test('does not leave its folder, and only reads', async () => {
    for (const path of [
      '/../secret.json',
      '/%2e%2e/secret.json',
      '/..%2fsecret.json',
      '/assets/..%5c..%5csecret.json',
    ])
      expect((await get(host.origin + path, { cookie })).status).toBe(404)
    expect((await get(`${host.origin}/%ff.js`, { cookie })).status).toBe(400)
    expect((await get(`${host.origin}/`, { cookie }, 'POST')).status).toBe(405)
  })
})

describe('media', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'

  test('an SVG original is an inert document', async () => {
    const { client, close } = await connectClient(host.issueAddress())
    const media = await client.media.upload({ file: new File([svg], 'a.svg', { type: 'image/svg+xml' }) })
    close()
    const { status, headers, body } = await get(`${host.origin}/media/${media.id}`, { cookie })
    expect([status, headers['content-type'], body]).toEqual([200, 'image/svg+xml', svg])
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox$/)
    const head = await get(`${host.origin}/media/${media.id}`, { cookie }, 'HEAD')
    expect([head.body, head.headers['content-length']]).toEqual(['', String(svg.length)])
  })

  test('an unknown or malformed id is not found', async () => {
    for (const id of ['0'.repeat(64), '../library.db', '..%2flibrary.db'])
      expect((await get(`${host.origin}/media/${id}`, { cookie })).status).toBe(404)
  })
})

describe('the preview’s origin', () => {
  let base: string

  beforeAll(async () => {
    const { client, close } = await connectClient(host.issueAddress())
    base = (await client.app.info()).previewBase
    close()
  })

  test('is another one, behind a key, framed by the app alone and able to reach nothing', async () => {
    expect(new URL(base).host).not.toBe(authority)
    const { status, headers, body } = await get(`${base}2025/07/a.html?live`)
    expect(status).toBe(200)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain(`frame-ancestors ${host.origin};`)
    expect(policy).toMatch(/sandbox allow-scripts$/)
    const script = /<script src="([^"]+)">/.exec(body)?.[1] ?? ''
    expect((await get(script)).headers['content-type']).toMatch('javascript')
  })

  test('gives nothing without the key', async () => {
    const { origin } = new URL(base)
    expect((await get(`${origin}/`)).status).toBe(404)
    expect((await get(`${origin}/${'x'.repeat(32)}/index.html`)).status).toBe(404)
    expect((await get(`${base}?live`, { host: 'localhost' })).status).toBe(403)
  })
})

describe('the socket', () => {
  const closed = async (headers: Record<string, string>, hello?: string): Promise<string> => {
    const socket = new WebSocket(`ws://${authority}/rpc`, { headers })
    if (hello !== undefined) socket.once('open', () => socket.send(hello))
    const refused = once(socket, 'unexpected-response').then(([, answer]) => `HTTP ${answer.statusCode}`)
    const ended = once(socket, 'close').then(([code]) => `closed ${code}`)
    socket.on('error', () => {})
    return Promise.race([refused, ended])
  }

  test.each([
    ['no cookie', () => ({ origin: host.origin })],
    ['no origin', () => ({ cookie })],
    ['the preview frame’s opaque origin', () => ({ cookie, origin: 'null' })],
    ['another port', () => ({ cookie, origin: 'http://127.0.0.1:1' })],
    ['another host name', () => ({ cookie, origin: host.origin, host: 'localhost' })],
  ])('refuses %s', async (_what, headers) => {
    expect(await closed(headers())).toBe('HTTP 403')
  })

  test('closes on a wrong first message', async () => {
    expect(await closed({ cookie, origin: host.origin }, 'guess')).toBe('closed 4401')
  })
})

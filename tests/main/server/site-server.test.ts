import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId, TargetId } from '#shared/model/ids.ts'
import { openAccessLog } from '../../../src/main/core/server/access-log.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { publishAll } from '../../helpers/publish-all.ts'

let root: string
let test: TestCore
let targetId: TargetId
let id: ArticleId
let url: string
let logFile: string

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'galley-server-'))
  test = await createTestCore()
  await test.core.start()
  id = (await test.client.articles.create(buildArticle({ title: '头条', slug: 'news' }))).id
  targetId = (await publishAll(test.client, { folder: join(root, 'site') })).targetId
  const status = await test.client.server.start({ targetId })
  url = status.url ?? ''
  logFile = status.logFile ?? ''
})
afterEach(async () => {
  await test.stop()
  rmSync(root, { recursive: true, force: true })
})

/** As it stands: fetch would tidy the path. */
const raw = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(url)
      request({ hostname, port, path, method, headers }, (response) => {
        let body = ''
        response.on('data', (chunk) => (body += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        )
      })
        .on('error', reject)
        .end()
    },
  )

describe('the site server', () => {
  it('serves pages with their types, the 404 page, and nothing else', async () => {
    const home = await fetch(url)
    expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await home.text()).toContain('头条')
    expect((await fetch(`${url}feed.json`)).headers.get('content-type')).toContain('application/json')
    const missing = await fetch(`${url}nowhere.html`)
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const picture = await fetch(`${url}media/to-come.jpg`)
    expect(picture.status).toBe(404)
    expect(picture.headers.get('cache-control')).toBe('no-cache')
    for (const path of [
      '/../../.galley/target.json',
      '/%2e%2e/.galley/target.json',
      '/.galley/target.json',
      '/a%00b',
      '/%',
    ])
      expect(await raw(path)).toMatchObject({ status: 404 })
    expect(await raw('/', 'POST')).toMatchObject({ status: 405 })
    expect(await raw('/2026/', 'HEAD')).toMatchObject({ body: '' })
  })

  it('answers 304 to whoever has the page, until it changes', async () => {
    const first = await raw('/')
    const etag = String(first.headers.etag)
    expect(await raw('/', 'GET', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' })
    const { version } = await test.client.articles.get({ id })
    await test.client.articles.save({ id, baseVersion: version, changes: { title: '改过' } })
    await publishAll(test.client, { targetId })
    const second = await raw('/', 'GET', { 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(second.body).toContain('改过')
  })

  it('logs as nginx does, and the figures read it', async () => {
    const agent =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
    const { path } = await test.client.publishing.address({ articleId: id })
    await raw(`/${path}`, 'GET', { 'user-agent': agent, referer: 'https://example.com/"x"' })
    await raw(`/beacon.gif?p=${id}&e=view&n=1`, 'GET', { 'user-agent': agent })
    const lines = readFileSync(logFile, 'utf8').trim().split('\n')
    expect(lines[0]).toMatch(
      /^127\.0\.0\.1 - - \[02\/Mar\/2026:01:00:00 \+0000\] "GET \/2026\/03\/news\.html HTTP\/1\.1" 200 \d+ "https:\/\/example\.com\/\\x22x\\x22" "Mozilla.+"$/,
    )
    expect(await test.client.analytics.sources({})).toMatchObject([{ path: logFile, builtIn: true }])
    expect(await test.client.analytics.ingest({})).toMatchObject({ lines: 2, unreadable: 0 })
    expect((await test.client.articles.get({ id })).views).toBe(1)
  })

  it('says where it is and where an article is read', async () => {
    expect(await test.client.publishing.address({ articleId: id })).toEqual({
      path: '2026/03/news.html',
      url: `${url}2026/03/news.html`,
    })
    expect(await test.client.server.status({})).toMatchObject({ running: true, targetId })
    const port = Number(new URL(url).port)
    expect(await test.client.server.stop({})).toEqual({
      running: false,
      targetId: null,
      url: null,
      logFile: null,
    })
    await expect(fetch(url)).rejects.toThrow()
    expect((await test.client.server.start({ targetId, port })).url).toBe(url)
  })

  it('rotates a long log by renaming it', () => {
    const path = join(root, 'access.log')
    const log = openAccessLog(path, 140)
    const access = { address: '127.0.0.1', at: 0, method: 'GET', version: '1.1', status: 200, bytes: 1 }
    for (let n = 0; n < 5; n++) log.write({ ...access, target: `/${n}`, referrer: '', agent: '' })
    log.close()
    const read = (name: string) => readFileSync(name, 'utf8').match(/GET \/\d/g)
    expect(read(`${path}.2`)).toEqual(['GET /0', 'GET /1'])
    expect(read(`${path}.1`)).toEqual(['GET /2', 'GET /3'])
    expect(read(path)).toEqual(['GET /4'])
  })
})

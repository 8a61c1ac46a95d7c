import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestCore } from '../../helpers/create-test-core.ts'
import { publishAll } from '../../helpers/publish-all.ts'
import { createTestClock } from '../../helpers/test-clock.ts'

const missing = spawnSync('nginx', ['-v']).status === 0 ? null : 'nginx is not installed'
const root = mkdtempSync(join(tmpdir(), 'galley-nginx-'))
const userAgent =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.skipIf(missing)(`behind nginx ${missing ? `(skipped: ${missing})` : ''}`, () => {
  it('serves a published folder by the example, and its log is what was read', async () => {
    const site = join(root, 'site')
    const log = join(root, 'access.log')
    const { core, client, stop } = await createTestCore({ clock: createTestClock(Date.now()) })
    await core.start()
    const { id } = await client.articles.create({
      title: '由 nginx 送达',
      doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '正文' }] }] },
    })
    await publishAll(client, { folder: site })
    const { path } = await client.publishing.address({ articleId: id })

    const nginx = await startNginx(site, log)
    const get = (to: string) => fetch(`${nginx.url}/${to}`, { headers: { 'user-agent': userAgent } })
    const page = await get(path ?? '')
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('由 nginx 送达')
    const script = /(assets\/site\.[0-9a-f]+\.js)/.exec(html)?.[1]
    expect((await get(script ?? '')).headers.get('cache-control')).toContain('immutable')
    const lost = await get('nowhere.html')
    expect(lost.status).toBe(404)
    expect(await lost.text()).toBe(readFileSync(join(site, 'current/404.html'), 'utf8'))
    expect((await get(`beacon.gif?p=${id}&e=view&n=1`)).status).toBe(200)
    expect((await get(`beacon.gif?p=${id}&e=read&d=80&t=42&n=2`)).status).toBe(200)

    // A new version shows at the next request, without a word to nginx.
    const article = await client.articles.get({ id })
    await client.articles.save({ id, baseVersion: article.version, changes: { title: '换了一版' } })
    const [target] = await client.targets.list({})
    if (!target) throw new Error('no target')
    await publishAll(client, { targetId: target.id })
    expect(await (await get(path ?? '')).text()).toContain('换了一版')
    await nginx.stop()

    await client.analytics.addSource({ path: log })
    expect(await client.analytics.ingest()).toMatchObject({ views: 1, unreadable: 0 })
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now())
    const { totals } = await client.analytics.article({ articleId: id, from: today, to: today })
    expect(totals).toEqual({ views: 1, visitors: 1, readDepth: 0.8, readSeconds: 42 })
    await stop()
  })
})

/** The example of resources/nginx with other places, as a server of its own. */
async function startNginx(site: string, log: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const example = readFileSync(resolve(import.meta.dirname, '../../../resources/nginx/galley.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:80;', '')
    .replace('/srv/news/current;', `${join(site, 'current')};`)
    .replace('/var/log/nginx/news.log', log)
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  for (const name of folders) mkdirSync(join(root, name))
  const config = join(root, 'nginx.conf')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    config,
    `${user} daemon off; master_process off; pid ${root}/nginx.pid; error_log ${root}/error.log;
events {}
http {
  ${folders.map((name) => `${name}_temp_path ${root}/${name};`).join(' ')}
  types { text/html html; text/css css; application/javascript js; image/gif gif; application/json json; }
  ${example}
}
`,
  )
  const child = spawn('nginx', ['-p', root, '-c', config], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await expect
    .poll(() =>
      fetch(`${url}/robots.txt`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
  return { url, stop: () => ended(child) }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGQUIT')
  })

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      )
    })
  })

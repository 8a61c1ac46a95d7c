import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import type { NodeJson } from '#shared/document/document-json.ts'
import { expectAccessible } from './accessibility.ts'
import { openArticle, paragraph } from './article-page.ts'
import { expect, test } from './fixtures.ts'
import { holdFrames } from './hold-frames.ts'
import { pasteInto } from './paste-into.ts'
import { runFromPalette } from './run-from-palette.ts'

test.use({ program: 'tests/e2e/loopback-host.ts' })

const picture = (background: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer()

/** Another site, on this machine. */
async function pictureSite(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

test('pictures of a paste come into the library, with progress, cancel and retry', async ({ desk }, info) => {
  test.skip(info.project.name === 'desktop', 'its host fetches from the public internet only')
  const { page, client } = desk
  const bytes = await picture('#369')
  const inside = await picture('#963')
  const held: { response: ServerResponse; finish: () => void }[] = []
  let broken = true
  const site = await pictureSite((request, response) => {
    if (request.url === '/slow.png') {
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 40))
      // Slowly, but it goes on.
      let sent = 40
      const drip = setInterval(() => response.write(bytes.subarray(sent, ++sent)), 1000)
      response.once('close', () => clearInterval(drip))
      const finish = () => {
        clearInterval(drip)
        response.end(bytes.subarray(sent))
      }
      held.push({ response, finish })
    } else if (request.url === '/broken.png' && broken) response.writeHead(404).end()
    else response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
  })
  const { origin } = site
  try {
    const { article, editor } = await openArticle(page, client, { title: '图文' })
    const images = async () =>
      ((await client.articles.get({ id: article.id })).doc.content ?? []).filter(
        ({ type }) => type === 'image',
      )
    const hasMedia = ({ attrs }: NodeJson) => typeof attrs?.media === 'string' && attrs.source === null
    await editor.body.click()
    await pasteInto(editor.body, {
      html: `<p>前文</p><img src="${origin}/a.png" alt="甲"><p>中间</p><img src="${origin}/slow.png"><img src="${origin}/broken.png">
        <img src="data:image/png;base64,${inside.toString('base64')}" alt="丁"><img src="file:///C:/a.png"><p>后文</p>`,
    })
    await expect(editor.body.getByRole('img', { name: '甲' })).toBeVisible()
    await expect(editor.body.getByRole('img', { name: '丁' })).toBeVisible()
    await expect(editor.body.getByText('对方网站没有给出图片')).toBeVisible()
    await expect(editor.body.getByText(/无从取得/)).toBeVisible()
    await expect(editor.body.getByText(/正在抓取 .*B \/ /)).toBeVisible()
    const bar = page.getByRole('region', { name: '图片收取进度' })
    await expect(bar).toContainText('还有 1 张')
    await expectAccessible(page)

    await bar.getByRole('button', { name: '全部取消' }).click()
    await expect(editor.body.getByRole('button', { name: '抓取到稿库' })).toBeVisible()
    await expect.poll(() => held[0]?.response.destroyed).toBe(true)
    await expect(bar).toContainText('1 张图片没能收取')

    broken = false
    await editor.body.getByRole('button', { name: '重试' }).click()
    await expect(bar).toBeHidden()
    await expect.poll(async () => (await images()).filter(hasMedia).length).toBe(3)

    // The one that was cancelled, by hand.
    await editor.body.getByRole('button', { name: '抓取到稿库' }).click()
    await expect.poll(() => held.length).toBe(2)
    held[1]?.finish()
    await expect.poll(async () => (await images()).filter(hasMedia).length).toBe(4)
    const [first, , , data] = await images()
    expect(first?.attrs).toMatchObject({ alt: '甲', width: 64, height: 48 })
    expect(data?.attrs).toMatchObject({ alt: '丁', width: 64, height: 48 })
    expect((await client.media.list({})).total).toBe(2)

    // The pictures came with the paste and go with it.
    await editor.body.focus()
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await images()).length).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await images()).filter(hasMedia).length).toBe(4)
  } finally {
    site.close()
  }
})

test('pictures that stayed on other sites are fetched all at once', async ({ desk }, info) => {
  test.skip(info.project.name === 'desktop', 'its host fetches from the public internet only')
  const { page, client } = desk
  const bytes = await picture('#396')
  let broken = true
  const site = await pictureSite(({ url }, response) => {
    if (url === '/late.png' && broken) response.writeHead(404).end()
    else response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
  })
  const { origin } = site
  const remote = (name: string): NodeJson => ({
    type: 'image',
    attrs: { media: null, source: `${origin}/${name}`, alt: name },
  })
  try {
    const { article, editor } = await openArticle(page, client, {
      title: '旧文',
      doc: { type: 'doc', content: [remote('a.png'), remote('late.png'), paragraph('后文')] },
    })
    const sources = async () =>
      (await client.articles.get({ id: article.id })).doc.content
        ?.filter(({ type }) => type === 'image')
        .map(({ attrs }) => attrs?.source)
    await expect(editor.body.getByRole('button', { name: '抓取到稿库' })).toHaveCount(2)
    await editor.body.getByText('后文').click()
    await runFromPalette(page, '抓取文中的网络图片')
    const bar = page.getByRole('region', { name: '图片收取进度' })
    await expect(bar).toContainText('1 张图片没能收取')
    await expect(editor.body.getByRole('img', { name: 'a.png' })).toBeVisible()
    await expect.poll(sources).toEqual([null, `${origin}/late.png`])
    // The note goes; its place in the text still offers to try again, and so does the command.
    await bar.getByRole('button', { name: '收起提示' }).click()
    await expect(bar).toBeHidden()
    await runFromPalette(page, '抓取文中的网络图片')
    await expect(bar).toContainText('1 张图片没能收取')
    broken = false
    await bar.getByRole('button', { name: '重试这些图片' }).click()
    await expect.poll(sources).toEqual([null, null])
    await expect(bar).toBeHidden()
  } finally {
    site.close()
  }
})

test('what is begun before the menus of the text are there goes on, and they find it', async ({
  desk,
}, info) => {
  test.skip(info.project.name === 'desktop', 'its host fetches from the public internet only')
  const { page, client } = desk
  const bytes = await picture('#693')
  const asked = Promise.withResolvers<ServerResponse>()
  const site = await pictureSite((_request, response) => asked.resolve(response))
  const { origin } = site
  try {
    // The menus come with a frame; here none comes until it is let through.
    const letPaint = await holdFrames(page)
    const { editor } = await openArticle(page, client, {
      title: '早到',
      doc: {
        type: 'doc',
        content: [{ type: 'callout', content: [paragraph('框内')] }, paragraph('后文')],
      },
    })
    await editor.body.getByText('后文').click()
    await pasteInto(editor.body, { html: `<p>前</p><img src="${origin}/a.png" alt="早"><p>后</p>` })
    const response = await asked.promise
    await editor.body.getByText('框内').click()
    const tools = page.getByRole('toolbar', { name: '区块工具' })
    await expect(tools).toHaveCount(0)

    await letPaint()
    await expect(tools).toBeVisible()
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
    await expect(editor.body.getByRole('img', { name: '早' })).toBeVisible()
  } finally {
    site.close()
  }
})

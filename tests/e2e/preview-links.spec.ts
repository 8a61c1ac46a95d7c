import { publishAll } from '../helpers/publish-all.ts'
import { documentOf, openArticle } from './article-page.ts'
import { expect, test } from './fixtures.ts'

test('links of the previewed page lead around the site, and back', async ({
  desk: { page, client, libraryFolder },
}) => {
  const { id: categoryId, slug } = await client.categories.create({ name: '业界动态' })
  await client.articles.create({ title: '另一篇', categoryId, doc: documentOf('另一篇的正文') })
  await publishAll(client, { folder: `${libraryFolder}-site` })
  const { editor } = await openArticle(page, client, {
    title: '有链接',
    categoryId,
    doc: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '开头' },
            { type: 'footnote', content: [{ type: 'text', text: '注文' }] },
          ],
        },
      ],
    },
  })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const frame = page.frameLocator('iframe[title="页面预览"]')
  const visiting = page.getByRole('status').filter({ hasText: '正在浏览' })

  await frame.locator('.footnote-ref a').click()
  await expect(frame.locator(':target')).toContainText('注文')
  await expect(visiting).toBeHidden()

  await frame.getByRole('link', { name: '业界动态' }).first().click({ button: 'right' })
  await page.keyboard.press('Escape')
  await frame.locator('.footnote-ref a').click()
  await expect(visiting).toBeHidden()
  await frame.getByRole('link', { name: '业界动态' }).first().click()
  await expect(visiting).toContainText(`/category/${slug}/`)
  await frame.getByRole('link', { name: '另一篇' }).first().click()
  await expect(frame.getByText('另一篇的正文')).toBeVisible()

  await editor.body.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('改过的')
  await editor.isSaved()
  await expect(frame.getByText('另一篇的正文')).toBeVisible()
  await page.getByRole('button', { name: '回到本文' }).click()
  await expect(frame.getByText('改过的开头')).toBeVisible()
  await expect(visiting).toBeHidden()
  // Where the frame has been is nothing that the window goes back through.
  await page.goBack()
  await expect(page).toHaveURL(/#\/library/)
})

test('a link of the previewed page to another site is opened outside', async ({ desk: { page, client } }, {
  project,
}) => {
  test.skip(project.name === 'desktop', 'what goes to the core is read off the WebSocket')
  const opened: string[] = []
  await page.routeWebSocket(/./, (socket) => {
    const host = socket.connectToServer()
    socket.onMessage((message) => {
      const address = /https:\/\/elsewhere\.example[^"\\]*/.exec(String(message))?.[0]
      // Nobody's browser is to open.
      if (address && String(message).includes('openExternal')) opened.push(address)
      else host.send(message)
    })
  })
  await page.reload()
  const link = { type: 'link', attrs: { href: 'https://elsewhere.example/a' } }
  await openArticle(page, client, {
    title: '外链',
    doc: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '外面', marks: [link] }] }],
    },
  })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const frame = page.frameLocator('iframe[title="页面预览"]')
  await frame.getByRole('link', { name: '外面' }).click()
  await expect.poll(() => opened).toEqual(['https://elsewhere.example/a'])
  await expect(frame.getByRole('link', { name: '外面' })).toBeVisible()
})

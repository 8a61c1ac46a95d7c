import { documentOf, openArticle } from './article-page.ts'
import { expect, test } from './shared-desk.ts'

test('the preview is the rendered page and follows what is typed', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, {
    title: '预览',
    // Else the page shows the time at which it was rendered.
    publishTime: Date.UTC(2026, 0, 2),
    doc: documentOf('开头'),
  })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const frame = page.frameLocator('iframe[title="页面预览"]')
  await expect(frame.getByText('开头')).toBeVisible()
  await editor.body.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('，接着写')
  await expect(frame.getByText('开头，接着写')).toBeVisible()
  await editor.title.click()
  await page.keyboard.press('End')
  await page.keyboard.type('即成稿')
  await expect(frame.getByRole('heading', { name: '预览即成稿' }).first()).toBeVisible()
  await editor.isSaved()

  const { html } = await client.preview.render({ articleId: article.id })
  const texts = (root: ParentNode) =>
    [...root.querySelectorAll('body *:not(script,style)')].map((element) => element.outerHTML).join(' ')
  const expected = await page.evaluate(
    ([page, read]) => {
      const parsed = new DOMParser().parseFromString(page, 'text/html')
      return (new Function(`return ${read}`)() as typeof texts)(parsed)
    },
    [html, texts.toString()] as const,
  )
  // A new title is a new address, which the frame goes to while this asks.
  const shown = () => frame.locator('html').evaluate(texts).catch(String)
  await expect.poll(shown).toBe(expected)
})

test('the frame is of no origin and reaches nothing of the app', async ({ desk: { page, client } }) => {
  await openArticle(page, client, { title: '隔离', doc: documentOf('内文一句') })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const element = page.locator('iframe[title="页面预览"]')
  await expect(element).toHaveAttribute('sandbox', 'allow-scripts')
  await expect(element.contentFrame().getByText('内文一句')).toBeVisible()
  const frame = await (await element.elementHandle())?.contentFrame()
  expect(await frame?.evaluate(() => self.origin)).toBe('null')
  expect(
    await frame?.evaluate(() => {
      try {
        return window.parent.document.title
      } catch (error) {
        return error instanceof DOMException ? error.name : 'other'
      }
    }),
  ).toBe('SecurityError')
  const app = new URL(page.url()).origin
  expect(
    await frame?.evaluate(
      (origin) =>
        fetch(`${origin}/session`).then(
          () => 'reached',
          () => 'refused',
        ),
      app,
    ),
  ).toBe('refused')
})

test('a key that comes with the text finds its shortcut', async ({ desk: { page, client } }) => {
  const { id } = await client.articles.create({ title: '早到的键', doc: documentOf('内文一句') })
  await page.evaluate(async (id) => {
    window.location.hash = `#/articles/${id}`
    await new Promise<void>((done) => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('.article-body p')) return
        seen.disconnect()
        done()
      })
      seen.observe(document.body, { childList: true, subtree: true })
    })
    const key = { key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', key))
  }, id)
  await expect(page.frameLocator('iframe[title="页面预览"]').getByText('内文一句')).toBeVisible()
})

test('the page is shown at the width of a device and over the whole window', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, { title: '宽度', doc: documentOf('内文一句') })
  await page.keyboard.press('Control+Shift+p')
  const frame = page.frameLocator('iframe[title="页面预览"]')
  await expect(frame.getByText('内文一句')).toBeVisible()
  const innerWidth = () => frame.locator('body').evaluate(() => window.innerWidth)
  for (const [name, width] of [
    ['手机', 390],
    ['平板', 820],
    ['桌面', 1280],
  ] as const) {
    await page.locator('label').filter({ hasText: name }).click()
    await expect.poll(innerWidth).toBe(width)
  }
  await page.getByRole('button', { name: '全窗预览' }).click()
  expect(await page.getByRole('region', { name: '预览' }).boundingBox()).toEqual({
    x: 0,
    y: 0,
    ...page.viewportSize(),
  })
  // Nothing behind it can be reached with the keyboard.
  await expect(page.locator('[inert]').locator(editor.body)).toHaveCount(1)
  await page.getByRole('button', { name: '退出全窗' }).click()
  await page.getByRole('button', { name: '关闭预览' }).click()
  await expect(page.locator('iframe')).toHaveCount(0)
})

test('on paper nothing is cut off, and the colours are for white', async ({ desk: { page, client } }) => {
  await openArticle(page, client, {
    title: '付印',
    doc: {
      type: 'doc',
      content: [
        { type: 'mathBlock', attrs: { latex: 'x+'.repeat(100) } },
        { type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text: '"甲"' }] },
      ],
    },
  })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const frame = page.frameLocator('iframe[title="页面预览"]')
  const word = frame.locator('.hljs-string')
  await expect(word).toHaveCSS('color', 'rgb(29, 107, 58)')
  await expect(frame.locator('div.math')).toHaveCSS('overflow-x', 'auto')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect(frame.locator('div.math')).toHaveCSS('overflow-x', 'visible')
  await expect(word).toHaveCSS('color', 'rgb(29, 107, 58)')
  await page.emulateMedia({ colorScheme: null, media: null })
})

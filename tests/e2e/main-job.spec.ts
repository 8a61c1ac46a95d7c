import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasShared, sharedFile } from '../helpers/shared-folder.ts'
import { articlePage } from './article-page.ts'
import { expect, test } from './fixtures.ts'

const seed = 'seeds/000_fb183630241e2a8b.txt'

/** A reader's browser: one that says it is headless counts as a robot. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

test('a saved page is imported, edited, filed, previewed, published, read, and its reader counted', async ({
  desk: { page, client, libraryFolder },
  browser,
}) => {
  test.skip(!hasShared(seed), `${seed} is not here; GALLEY_SHARED names the folder that holds it`)

  await test.step('import', async () => {
    await page.keyboard.press('Control+O')
    const dialog = page.getByRole('dialog', { name: '导入稿件' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /把文件拖到这里/ }).click()
    await (await chooser).setFiles(sharedFile(seed))
    await expect(dialog.getByText('1 个可导入，0 个不能导入')).toBeVisible()
    await dialog.getByRole('button', { name: '导入 1 篇' }).click()
    await dialog.getByRole('button', { name: '打开', exact: true }).click()
    await expect(page).toHaveURL(/#\/articles\/\d+$/)
  })
  const [imported] = (await client.articles.list({})).items
  if (!imported) throw new Error('nothing was imported')
  const { id } = imported
  expect(imported).toMatchObject({ byline: '快照小生', views: 129, state: 'draft' })
  const article = await client.articles.get({ id })
  expect(article.publishTime).toBe(Date.UTC(2025, 6, 31, 3, 36, 49))
  expect(article.doc.content?.filter(({ type }) => type === 'heading')).toHaveLength(5)

  const editor = articlePage(page)
  await test.step('edit', async () => {
    await editor.body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('编者补记：本文经编辑台整理。')
    await editor.isSaved()
  })

  await test.step('file under another category', async () => {
    const category = editor.inspector.getByRole('button', { name: '分类' })
    await expect(category).toHaveText('业界动态')
    await category.click()
    await page.getByLabel('选择或新建分类').fill('深度')
    await page.getByRole('option', { name: '新建为顶层分类' }).click()
    await expect(category).toHaveText('深度')
    await editor.isSaved()
  })

  const preview = await test.step('preview', async () => {
    await page.getByRole('button', { name: '预览', exact: true }).click()
    const frame = page.frameLocator('iframe[title="页面预览"]')
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(article.title)
    await expect(frame.getByText('编者补记：本文经编辑台整理。')).toBeVisible()
    await expect(frame.getByRole('link', { name: '深度' }).first()).toBeVisible()
    await page.getByRole('button', { name: '预览', exact: true }).click()
    return client.preview.render({ articleId: id })
  })

  const folder = `${libraryFolder}-site`
  await test.step('publish to a folder', async () => {
    await page.goto(new URL('/#/publishing', page.url()).href)
    await page.getByRole('button', { name: '新建目标' }).first().click()
    const form = page.getByRole('dialog', { name: '新建目标' })
    await form.getByLabel('文件夹').fill(folder)
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form).toBeHidden()

    await page.goto(new URL(`/#/articles/${id}`, page.url()).href)
    await page.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '发布' })
    await expect(dialog.getByRole('row', { name: article.title })).toBeVisible()
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await expect(dialog.getByText('发布完成')).toBeVisible()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
  })
  expect(readFileSync(join(folder, 'current', preview.path), 'utf8'), 'the file is the preview').toBe(
    preview.html,
  )

  const reader = await browser.newContext({ userAgent })
  const url = await test.step('open the published page', async () => {
    await page.goto(new URL('/#/publishing', page.url()).href)
    const server = page.getByRole('region', { name: '本机站点' })
    await server.getByRole('button', { name: '启动' }).click()
    const home = await server.getByRole('link', { name: '打开网站' }).getAttribute('href')
    const address = new URL(preview.path, home ?? undefined).href
    const visit = await reader.newPage()
    const beacon = visit.waitForResponse((response) => response.url().includes('beacon.gif'))
    await visit.goto(address)
    await expect(visit.getByRole('heading', { level: 1 })).toHaveText(article.title)
    await expect(visit.locator(`[data-views="${id}"]`).first()).toHaveText('129')
    await beacon
    await visit.close()
    return address
  })

  await test.step('the view is in the dashboard', async () => {
    await page.goto(new URL('/#/analytics', page.url()).href)
    await page.getByRole('button', { name: '立即读取日志' }).click()
    await expect(page.getByText(/新增 1 次阅读/)).toBeVisible()
    await expect(page.getByRole('row', { name: article.title })).toContainText('1')
  })

  await test.step('and on the page', async () => {
    const visit = await reader.newPage()
    await expect(async () => {
      await visit.goto(url)
      await expect(visit.locator(`[data-views="${id}"]`).first()).toHaveText('130', { timeout: 500 })
    }).toPass()
    await reader.close()
  })
})

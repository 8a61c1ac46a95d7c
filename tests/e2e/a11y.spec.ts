import { publishAll } from '../helpers/publish-all.ts'
import { expectAccessibleInBothColors } from './accessibility.ts'
import { articlePage } from './article-page.ts'
import { expect, test } from './fixtures.ts'

const scenes = ['library', 'analytics', 'publishing', 'media', 'categories', 'settings']

test('every scene is accessible, light and dark', async ({ desk: { page, client } }) => {
  await expectAccessibleInBothColors(page)
  await client.library.loadSample()
  for (const scene of scenes) {
    await page.goto(new URL(`/#/${scene}`, page.url()).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    await expectAccessibleInBothColors(page)
  }
  for (const section of ['界面', '稿库', '关于']) {
    await page.getByRole('tab', { name: section }).click()
    await expectAccessibleInBothColors(page)
  }
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessibleInBothColors(page)
})

test('the editor, the preview beside it and the dialogs are accessible, light and dark', async ({
  desk: { page, client, libraryFolder },
}) => {
  await client.library.loadSample()
  await client.targets.create({
    name: '本地',
    config: { kind: 'folder', folder: `${libraryFolder}-site` },
  })
  const { items } = await client.articles.list({ filter: { state: 'approved' } })
  await page.goto(new URL(`/#/articles/${items[0]?.id}`, page.url()).href)
  await expect(articlePage(page).body).toBeVisible()
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await expect(page.frameLocator('iframe[title="页面预览"]').getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessibleInBothColors(page)
  for (const section of ['来源', '阅读数据', '稿件档案']) {
    const button = articlePage(page).inspector.getByRole('button', { name: section, exact: true })
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  }
  await expectAccessibleInBothColors(page)

  const dialog = page.getByRole('dialog')
  const closes = async () => {
    await expect(dialog).toBeVisible()
    await expectAccessibleInBothColors(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await page.getByRole('button', { name: '更多操作' }).click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await expectAccessibleInBothColors(page)
  await page.getByRole('menuitem', { name: '定时发布…' }).click()
  // Its targets may still be on their way, and axe keeps the colours that it saw first.
  await expect(dialog.getByRole('button', { name: '排期' })).toBeEnabled()
  await closes()
  await page.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
  await expect(dialog.getByRole('row').first()).toBeVisible()
  await closes()
  await page.keyboard.press('Control+O')
  await closes()
  await page.goto(new URL('/#/analytics', page.url()).href)
  await page.getByRole('button', { name: '日志来源' }).click()
  await closes()
  await page.goto(new URL('/#/publishing', page.url()).href)
  await page.getByRole('button', { name: '新建目标' }).first().click()
  await closes()
  await page.goto(new URL('/#/categories', page.url()).href)
  await page.getByRole('treeitem').first().click()
  await expectAccessibleInBothColors(page)
  await page.getByRole('button', { name: '删除' }).click()
  await closes()
  await page.getByRole('button', { name: '键盘快捷键' }).click()
  await closes()
})

test('the published pages are accessible, light and dark', async ({
  desk: { page, client, libraryFolder },
}) => {
  await client.library.loadSample()
  const { targetId } = await publishAll(client, { folder: `${libraryFolder}-site` })
  const { url } = await client.server.start({ targetId })
  const { items } = await client.articles.list({ filter: { state: 'published' } })
  const [article] = items
  if (!article || !url) throw new Error('nothing was published')
  const { path } = await client.publishing.address({ articleId: article.id })
  const category = (await client.categories.list()).find(({ id }) => id === article.categoryId)
  const pages = ['', path ?? '', `category/${category?.slug}/index.html`, '404.html']
  for (const address of pages) {
    await page.goto(new URL(address, url).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    await expectAccessibleInBothColors(page)
  }
})

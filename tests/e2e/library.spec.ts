import type { ArticleId } from '#shared/model/ids.ts'
import { publishAll } from '../helpers/publish-all.ts'
import { expectAccessible } from './accessibility.ts'
import { documentOf } from './article-page.ts'
import { compose } from './composition.ts'
import { expect, test } from './fixtures.ts'

test.describe('library', () => {
  test('an empty library offers the sample; afterwards it can be filtered and searched', async ({
    desk: { page },
  }) => {
    await page.getByRole('button', { name: /载入示例稿库/ }).click()
    const grid = page.getByRole('grid', { name: '稿件列表' })
    await expect(grid.getByRole('row').nth(1)).toBeVisible()
    const filters = page.getByRole('group', { name: '筛选' })
    await filters.getByRole('button', { name: /^草稿/ }).click()
    await expect(grid.getByRole('row').nth(1)).toContainText('草稿')
    await expect(grid).not.toContainText('已核准')
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('searchbox', { name: '搜索标题与正文' }).fill('没有这样的词')
    await expect(page.getByText('没有找到“没有这样的词”')).toBeVisible()
    await page.getByRole('button', { name: '清除筛选' }).last().click()
    await expect(grid.getByRole('row').nth(1)).toBeVisible()
  })

  test('search marks what it found and leaves an input method alone', async ({ desk: { page, client } }) => {
    await client.articles.create({ title: '算力的账本', doc: documentOf('正文里也谈算力。') })
    await client.articles.create({ title: '别的稿件' })
    const field = page.getByRole('searchbox', { name: '搜索标题与正文' })
    await field.click()
    await compose(page, ['s', 'suan', "suan'li"], '算力', async () => {
      await expect(field).toHaveValue("suan'li")
      await expect(page.getByRole('grid')).toContainText('别的稿件')
    })
    const grid = page.getByRole('grid')
    await expect(grid).not.toContainText('别的稿件')
    await expect(grid.locator('mark').first()).toHaveText('算力')
    await page.keyboard.press('Escape')
    await expect(grid).toContainText('别的稿件')
  })

  test('by keyboard: choose some, move them to the trash, take it back', async ({
    desk: { page, client },
  }) => {
    for (const title of ['甲', '乙', '丙']) await client.articles.create({ title })
    const grid = page.getByRole('grid', { name: '稿件列表' })
    await expect(grid.getByRole('row')).toHaveCount(4)
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByText('已选 2 篇')).toBeVisible()
    await page.keyboard.press('Delete')
    await expect(grid.getByRole('row')).toHaveCount(2)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(grid.getByRole('row')).toHaveCount(4)
    await grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/articles\/\d+$/)
  })

  test('chosen articles are filed, deleted for good only from the trash and once confirmed', async ({
    desk: { page, client },
  }) => {
    const category = await client.categories.create({ name: '业界动态' })
    const { id } = await client.articles.create({ title: '要归类的稿件' })
    await page.getByRole('checkbox', { name: '选择“要归类的稿件”' }).click()
    await page.getByRole('button', { name: '归入分类' }).click()
    await page.getByRole('menuitem', { name: '业界动态' }).click()
    await expect(page.getByRole('row', { name: /要归类的稿件/ })).toContainText('业界动态')
    expect((await client.articles.get({ id })).categoryId).toBe(category.id)

    await client.articles.trash({ ids: [id] })
    await page
      .getByRole('group', { name: '筛选' })
      .getByRole('button', { name: /^回收站/ })
      .click()
    await page.getByRole('checkbox', { name: '选择“要归类的稿件”' }).click()
    await page.getByRole('button', { name: '彻底删除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '彻底删除' }).click()
    await expect(page.getByText('已彻底删除 1 篇')).toBeVisible()
    expect((await client.articles.counts()).trash).toBe(0)
  })

  test('a row has a menu, by mouse and by keyboard', async ({ desk: { page, client } }) => {
    await client.categories.create({ name: '业界动态' })
    const { id } = await client.articles.create({ title: '甲' })
    await client.articles.create({ title: '乙' })
    const grid = page.getByRole('grid', { name: '稿件列表' })
    const row = (title: string) => grid.getByRole('row', { name: `“${title}”的操作` })
    const menu = page.getByRole('menu')
    await expect(grid.getByRole('row')).toHaveCount(3)
    await row('甲').click({ button: 'right' })
    await expect(menu.getByRole('menuitem', { name: '打开', exact: true })).toBeFocused()
    await expectAccessible(page)
    await menu.getByRole('menuitem', { name: '归入分类' }).hover()
    await page.getByRole('menuitem', { name: '业界动态' }).click()
    await expect(row('甲')).toContainText('业界动态')

    // The keys are about the row that the keyboard is on, and the list has the focus again afterwards.
    await page.keyboard.press('Home')
    await expect(grid).toBeFocused()
    await page.keyboard.press('Shift+F10')
    await page.keyboard.press('ArrowDown')
    await expect(menu.getByRole('menuitem', { name: '预览' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(menu).toBeHidden()
    await page.keyboard.press('Shift+F10')
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await expect(grid).toBeFocused()
    await expect(grid).toHaveAttribute('aria-activedescendant', 'article-row-0')
    await page.keyboard.press('End')
    await page.keyboard.press('ContextMenu')
    await expect(menu.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(grid.getByRole('row')).toHaveCount(2)
    await page.getByRole('button', { name: '撤销' }).click()

    await row('甲').hover()
    await row('甲').getByRole('button').click()
    await menu.getByRole('menuitem', { name: '预览' }).click()
    await expect(page).toHaveURL(new RegExp(`#/articles/${id}$`))
    await expect(
      page.frameLocator('iframe[title="页面预览"]').getByRole('heading', { level: 1, name: '甲' }),
    ).toBeVisible()
  })

  test('a row is scheduled and freed again; two that are chosen open side by side', async ({
    desk: { page, client, libraryFolder },
  }) => {
    await client.targets.create({
      name: '本地',
      config: { kind: 'folder', folder: `${libraryFolder}-site` },
    })
    const { id } = await client.articles.create({ title: '甲' })
    await client.articles.create({ title: '乙' })
    const row = (title: string) => page.getByRole('row', { name: `“${title}”的操作` })
    const item = (name: string) => page.getByRole('menuitem', { name })
    // A row that stands does not move under the pointer.
    await expect(page.getByRole('row')).toHaveCount(3)
    await row('甲').click({ button: 'right' })
    await item('定时发布…').click()
    await page.getByRole('dialog').getByRole('button', { name: '排期' }).click()
    await expect(row('甲')).toContainText('定时')
    expect((await client.articles.get({ id })).state).toBe('scheduled')
    await row('甲').click({ button: 'right' })
    await item('取消定时').click()
    await expect(row('甲')).not.toContainText('定时')

    for (const title of ['甲', '乙']) await row(title).getByRole('checkbox').click()
    await row('乙').click({ button: 'right' })
    await item('并排打开').click()
    await expect(page.getByRole('textbox', { name: '标题', exact: true })).toHaveCount(2)
    await expect(page.getByRole('region', { name: '并排的稿件' })).toContainText('乙')
  })

  test('the menu of a chosen row is about all that are chosen, that of another about this one', async ({
    desk: { page, client },
  }) => {
    for (const title of ['甲', '乙', '丙']) await client.articles.create({ title })
    const grid = page.getByRole('grid', { name: '稿件列表' })
    const row = (title: string) => grid.getByRole('row', { name: `“${title}”的操作` })
    const menu = page.getByRole('menu')
    await expect(grid.getByRole('row')).toHaveCount(4)
    for (const title of ['甲', '乙']) await row(title).getByRole('checkbox').click()
    await row('丙').click({ button: 'right' })
    await menu.getByRole('menuitem', { name: '移到回收站' }).click()
    await expect(row('丙')).toBeHidden()
    await expect(page.getByText('已选 2 篇')).toBeVisible()

    await row('甲').click({ button: 'right' })
    await expect(menu.getByText('已选 2 篇')).toBeVisible()
    await expect(menu.getByRole('menuitem', { name: '打开', exact: true })).toBeHidden()
    await expectAccessible(page)
    await menu.getByRole('menuitem', { name: '创建副本' }).click()
    await expect(grid.getByRole('row')).toHaveCount(5)
    await expect(page.getByRole('toolbar')).toBeHidden()

    await page
      .getByRole('group', { name: '筛选' })
      .getByRole('button', { name: /^回收站/ })
      .click()
    await row('丙').click({ button: 'right' })
    await menu.getByRole('menuitem', { name: '恢复' }).click()
    await expect(page.getByText('回收站是空的')).toBeVisible()
  })

  test('what is done to the chosen is done once; what cannot be done leaves them chosen', async ({
    desk: { page, client, libraryFolder },
  }) => {
    for (const title of ['甲', '乙']) await client.articles.create({ title })
    const grid = page.getByRole('grid', { name: '稿件列表' })
    await grid.getByRole('checkbox', { name: '选择“甲”' }).click()
    await page.getByRole('button', { name: '创建副本' }).dblclick()
    await expect(page.getByText('已选 1 篇')).toBeHidden()
    await expect(grid).toBeFocused()
    expect((await client.articles.counts()).all).toBe(3)

    // The copy moves the rows below it when it comes.
    await expect(grid.getByRole('row')).toHaveCount(4)
    await grid.getByRole('checkbox', { name: '选择“乙”' }).click()
    await publishAll(client, { folder: `${libraryFolder}-site` })
    await page.getByRole('button', { name: '移到回收站' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '已发布' })).toBeVisible()
    await expect(page.getByText('已选 1 篇')).toBeVisible()
  })

  test('what another window takes out of the list is chosen no more; a range begins at its article', async ({
    desk: { page, client },
  }) => {
    const ids = new Map<string, ArticleId>()
    for (const title of ['己', '戊', '丁', '丙', '乙', '甲'])
      ids.set(title, (await client.articles.create({ title })).id)
    const trash = (...titles: string[]) =>
      client.articles.trash({ ids: titles.flatMap((title) => ids.get(title) ?? []) })
    const grid = page.getByRole('grid', { name: '稿件列表' })
    const row = (title: string) => grid.getByRole('row', { name: `“${title}”的操作` })
    await expect(grid.getByRole('row')).toHaveCount(7)
    for (const title of ['乙', '丙']) await row(title).getByRole('checkbox').click()
    await trash('乙')
    await expect(page.getByText('已选 1 篇')).toBeVisible()
    await trash('丙')
    await expect(page.getByText('已选')).toBeHidden()
    await expect(grid.getByRole('row')).toHaveCount(5)

    // Chosen first, moved down by a new one above it.
    await row('丁').getByRole('checkbox').click()
    await client.articles.create({ title: '新' })
    await expect(grid.getByRole('row')).toHaveCount(6)
    await row('己').click({ modifiers: ['Shift'] })
    await expect(grid.locator('[aria-selected=true]')).toContainText(['丁', '戊', '己'])

    // Without one that was chosen, a range begins where the keys are.
    await page.keyboard.press('Escape')
    await grid.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(grid.locator('[aria-selected=true]')).toContainText(['甲', '丁', '戊'])
  })

  test('in the smallest window the last action is in sight, the others are scrolled to', async ({
    desk: { page, client },
  }) => {
    await client.articles.create({ title: '甲' })
    await client.settings.update({ interface: { language: 'en' } })
    await page.setViewportSize({ width: 900, height: 640 })
    await page.getByRole('checkbox', { name: '甲' }).click()
    const action = (name: string) => page.getByRole('toolbar').getByRole('button', { name })
    await expect(action('Move to trash')).toBeInViewport({ ratio: 1 })
    await action('Export').click()
    await expect(page.getByRole('dialog')).toBeVisible()
  })

  test('the keys stay on their article while another window changes the list', async ({
    desk: { page, client },
  }) => {
    for (const title of ['丙', '乙', '甲']) await client.articles.create({ title })
    const grid = page.getByRole('grid', { name: '稿件列表' })
    await expect(grid.getByRole('row')).toHaveCount(4)
    await grid.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = grid.locator('[data-active]')
    await expect(active).toContainText('乙')
    await client.articles.create({ title: '丁' })
    await expect(grid.getByRole('row')).toHaveCount(5)
    await expect(active).toContainText('乙')
    await page.keyboard.press('Delete')
    await expect(grid.getByRole('row')).toHaveCount(4)
    await expect(active).toContainText('丙')
    expect((await client.articles.list({ filter: { state: 'trash' } })).items).toMatchObject([
      { title: '乙' },
    ])
  })

  test('all that a search finds can be chosen, also what is not shown yet', async ({
    desk: { page, client },
  }) => {
    for (let index = 0; index < 130; index++) await client.articles.create({ title: `长江 ${index}` })
    await page.getByRole('searchbox', { name: '搜索标题与正文' }).fill('长江')
    await expect(page.getByText('找到 50 篇以上')).toBeVisible()
    const all = page.getByRole('checkbox', { name: '全选' })
    await all.click()
    await expect(page.getByText('已选 130 篇')).toBeVisible()
    await expect(all).toBeChecked()
    await all.click()
    await expect(page.getByText('已选')).toBeHidden()
  })
})

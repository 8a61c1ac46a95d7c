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
})

import { buildArticle } from '../helpers/factories/article.ts'
import { expect, test } from './shared-desk.ts'

test('a dialog that closes gives the focus back to what it was asked from', async ({
  desk: { page, client },
}) => {
  await client.categories.create({ name: '科技' })
  const { id } = await client.articles.create(buildArticle())
  const goTo = (path: string) => page.goto(new URL(`/#${path}`, page.url()).href)
  const isReturned = async (button: ReturnType<typeof page.getByRole>) => {
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(button).toBeFocused()
  }

  await test.step('a button', async () => {
    await goTo('/categories')
    await page.getByRole('treeitem', { name: /科技/ }).click()
    const remove = page.getByRole('button', { name: '删除', exact: true })
    await remove.press('Enter')
    await isReturned(remove)
  })
  await test.step('the button of a menu, whose item has gone', async () => {
    await goTo(`/articles/${id}`)
    const more = page.getByRole('button', { name: '更多操作' })
    await more.press('Enter')
    await page.getByRole('menuitem', { name: '定时发布…' }).press('Enter')
    await isReturned(more)
  })
  await test.step('the list, from the menu of a row', async () => {
    await goTo('/library')
    const list = page.getByRole('grid', { name: '稿件列表' })
    await list.press('ArrowDown')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: '定时发布…' }).press('Enter')
    await isReturned(list)
  })
  await test.step('after a step of its own, in which it keeps the keys', async () => {
    await page.getByRole('grid').getByRole('checkbox').nth(1).check()
    const exporting = page.getByRole('toolbar').getByRole('button', { name: '导出' })
    await exporting.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '导出' }).press('Enter')
    await expect(page.getByRole('dialog').getByRole('button', { name: '关闭' }).last()).toBeFocused()
    await isReturned(exporting)
  })
})

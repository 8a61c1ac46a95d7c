import { expectAccessible } from './accessibility.ts'
import { expect, test } from './shared-desk.ts'

test.describe('categories', () => {
  test('create, nest and reorder by keyboard, merge and delete with reassignment', async ({
    desk: { page, client },
  }) => {
    await page.goto(new URL('/#/categories', page.url()).href)
    await page.getByRole('button', { name: '新建分类' }).click()
    await page.getByRole('dialog').getByLabel('名称').fill('业界动态')
    await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click()
    const tree = page.getByRole('tree', { name: '分类树' })
    await expect(tree.getByRole('treeitem')).toContainText('ye-jie-dong-tai')

    const [first] = await client.categories.list()
    if (!first) throw new Error('The category was not created')
    const second = await client.categories.create({ name: '产品运营' })
    const { id } = await client.articles.create({ title: '归在产品运营', categoryId: second.id })
    await tree.getByRole('treeitem', { name: /产品运营/ }).click()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(tree.getByRole('treeitem', { name: /产品运营/ })).toHaveAttribute('aria-level', '2')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Alt+ArrowUp')
    await expect(tree.getByRole('treeitem').first()).toContainText('产品运营')

    await page.getByRole('button', { name: '删除' }).click()
    const dialog = page.getByRole('dialog', { name: /删除“产品运营”/ })
    await dialog.getByRole('combobox').click()
    await page.getByRole('option', { name: '业界动态' }).click()
    await dialog.getByRole('button', { name: '删除' }).click()
    await expect(page.getByText('已删除，1 篇稿件已改归')).toBeVisible()
    expect((await client.articles.get({ id })).categoryId).toBe(first.id)
  })

  test('branches fold by keys and by the arrow, and stay so', async ({ desk: { page, client } }) => {
    const { id } = await client.categories.create({ name: '科技' })
    const below = await client.categories.create({ name: '人工智能', parentId: id })
    await client.categories.create({ name: '大模型', parentId: below.id })
    await client.categories.create({ name: '财经' })
    await page.goto(new URL('/#/categories', page.url()).href)
    const item = (name: string) => page.getByRole('treeitem', { name: new RegExp(name) })
    await item('大模型').click()
    await page.keyboard.press('ArrowLeft')
    await expect(item('人工智能')).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(item('大模型')).toBeHidden()
    await expect(item('人工智能')).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowDown')
    await expect(item('财经')).toBeFocused()
    await page.reload()
    await expect(item('人工智能')).toBeVisible()
    await expect(item('大模型')).toBeHidden()
    await expectAccessible(page)

    await item('人工智能').click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(item('大模型')).toBeFocused()
    // Folding what the chosen one lies in chooses that.
    await item('科技').locator('span[aria-hidden]').click()
    await expect(page.getByRole('treeitem')).toHaveCount(2)
    await expect(item('科技')).toHaveAttribute('aria-selected', 'true')
    await item('科技').locator('span[aria-hidden]').click()
    await expect(page.getByRole('treeitem')).toHaveCount(4)
  })

  test('a dragged category goes where the mark is; where it cannot go there is none', async ({
    desk: { page, client },
  }) => {
    const { id } = await client.categories.create({ name: '科技' })
    const inside = await client.categories.create({ name: '人工智能', parentId: id })
    await client.categories.create({ name: '财经' })
    await page.goto(new URL('/#/categories', page.url()).href)
    const item = (name: string) => page.getByRole('treeitem', { name: new RegExp(name) })
    const mark = page.getByRole('tree').locator('[data-over]')
    const dragTo = async (from: string, to: string, share: number) => {
      const box = await item(to).boundingBox()
      if (!box) throw new Error(`${to} is not there`)
      await item(from).hover()
      await page.mouse.down()
      // The first move begins the drag, the second goes over the row.
      for (const x of [60, 61]) await page.mouse.move(box.x + x, box.y + box.height * share)
    }
    await dragTo('科技', '财经', 0.9)
    await expect(mark).toHaveAttribute('data-over', 'after')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await dragTo('科技', '人工智能', 0.5)
    await expect(mark).toHaveCount(0)
    await page.mouse.up()
    await dragTo('财经', '科技', 0.9)
    await expect(mark).toHaveAttribute('data-over', 'after')
    await page.mouse.up()
    await expect(item('财经')).toHaveAttribute('aria-level', '2')
    expect(await client.categories.list()).toMatchObject([
      { name: '科技', position: 0 },
      { name: '财经', parentId: id, position: 0 },
      { id: inside.id, parentId: id, position: 1 },
    ])
  })

  test('a taken name says so; tags are renamed and merged', async ({ desk: { page, client } }) => {
    await client.categories.create({ name: '数据分析' })
    await client.articles.create({ title: '一', tags: ['增长', '留存'] })
    await client.articles.create({ title: '二', tags: ['留存'] })
    await page.goto(new URL('/#/categories', page.url()).href)
    await page.getByRole('button', { name: '新建分类' }).click()
    await page.getByRole('dialog').getByLabel('名称').fill('数据分析')
    await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText('已有同名项')
    await page.keyboard.press('Escape')

    await page.getByText('标签', { exact: true }).click()
    const row = page.getByRole('row', { name: /增长/ })
    await row.getByRole('button', { name: '合并到…' }).click()
    await page.getByRole('dialog').getByRole('combobox').click()
    await page.getByRole('option', { name: '留存' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '合并' }).click()
    await expect(row).toBeHidden()
    expect(await client.tags.list({})).toMatchObject([{ name: '留存', articleCount: 2 }])
  })

  test('what is typed and not saved stays, also while another window saves', async ({
    desk: { page, client },
  }) => {
    const { id } = await client.categories.create({ name: '科技' })
    await client.categories.create({ name: '财经' })
    await page.goto(new URL('/#/categories', page.url()).href)
    const choose = (name: string) => page.getByRole('treeitem', { name: new RegExp(name) }).click()
    await choose('科技')
    await page.getByLabel('说明').fill('写到一半')
    await choose('财经')
    await expect(page.getByLabel('说明')).toHaveValue('')
    await choose('科技')
    await expect(page.getByLabel('说明')).toHaveValue('写到一半')
    await client.categories.update({ id, name: '科技与社会' })
    await expect(page.getByLabel('名称')).toHaveValue('科技与社会')
    await expect(page.getByLabel('说明')).toHaveValue('写到一半')
    await expect(page.getByRole('status').filter({ hasText: '有未保存的更改' })).toBeVisible()

    await page.getByLabel('说明').fill('写完了')
    await page.getByLabel('名称').press('Enter')
    await expect(page.getByText('有未保存的更改')).toBeHidden()
    await expect(page.getByLabel('名称')).toBeFocused()
    expect(await client.categories.list()).toContainEqual(
      expect.objectContaining({ name: '科技与社会', description: '写完了' }),
    )
    await page.getByLabel('名称').fill('别的')
    await page.getByRole('button', { name: '放弃更改' }).click()
    await expect(page.getByLabel('名称')).toHaveValue('科技与社会')
  })

  test('a tag found by its name is merged into one that the search leaves out', async ({
    desk: { page, client },
  }) => {
    await client.articles.create({ title: '一', tags: ['AI'] })
    await client.articles.create({ title: '二', tags: ['人工智能'] })
    await page.goto(new URL('/#/categories', page.url()).href)
    await page.getByText('标签', { exact: true }).click()
    await page.getByLabel('搜索名称').fill('AI')
    await expect(page.getByRole('row', { name: /人工智能/ })).toBeHidden()
    await page.getByRole('row', { name: /AI/ }).getByRole('button', { name: '合并到…' }).click()
    await page.getByRole('dialog').getByRole('combobox').click()
    await page.getByRole('option', { name: '人工智能' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '合并' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    expect(await client.tags.list({})).toMatchObject([{ name: '人工智能', articleCount: 2 }])
  })

  test('a category chosen for the articles of a deleted one has to be there still', async ({
    desk: { page, client },
  }) => {
    const from = await client.categories.create({ name: '撤下的' })
    const to = await client.categories.create({ name: '接收的' })
    const { id } = await client.articles.create({ title: '一', categoryId: from.id })
    await page.goto(new URL('/#/categories', page.url()).href)
    await page.getByRole('treeitem', { name: /撤下的/ }).click()
    await page.getByRole('button', { name: '删除' }).click()
    const dialog = page.getByRole('dialog', { name: /删除“撤下的”/ })
    await dialog.getByRole('combobox').click()
    await page.getByRole('option', { name: '接收的' }).click()
    await client.categories.delete({ id: to.id, reassignTo: null })
    await expect(dialog.getByText('所选分类已被删除')).toBeVisible()
    await expect(dialog.getByRole('button', { name: '删除' })).toBeDisabled()
    await dialog.getByRole('combobox').click()
    await page.getByRole('option', { name: '未分类' }).click()
    await dialog.getByRole('button', { name: '删除' }).click()
    await expect(dialog).toBeHidden()
    expect((await client.articles.get({ id })).categoryId).toBeNull()
  })
})

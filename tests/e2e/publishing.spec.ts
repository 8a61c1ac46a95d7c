import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf, openArticle } from './article-page.ts'
import { expect, test } from './fixtures.ts'

test.describe('publishing', () => {
  test('a target is made, the plan shown and confirmed, the site started and verified', async ({
    desk: { page, client },
  }, info) => {
    const category = await client.categories.create({ name: '业界动态' })
    const { id, version } = await client.articles.create({
      title: '要发布的稿件',
      categoryId: category.id,
      doc: documentOf('正文。'),
    })
    await client.articles.setState({ id, baseVersion: version, state: 'approved' })
    const folder = info.outputPath('site')

    await page.goto(new URL('/#/publishing', page.url()).href)
    await page.getByRole('button', { name: '新建目标' }).first().click()
    const form = page.getByRole('dialog', { name: '新建目标' })
    await form.getByLabel('文件夹').fill('site')
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form).toContainText('需要完整路径')
    await form.getByLabel('文件夹').fill(folder)
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form).toBeHidden()

    await page.getByRole('button', { name: '发布全部改动' }).click()
    const dialog = page.getByRole('dialog', { name: '发布' })
    await expect(dialog.getByRole('row', { name: /要发布的稿件/ })).toContainText('没有封面')
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await expect(dialog.getByText('发布完成')).toBeVisible()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    const { path } = await client.publishing.address({ articleId: id })
    expect(existsSync(join(folder, 'current', path ?? 'nowhere'))).toBe(true)

    const server = page.getByRole('region', { name: '本机站点' })
    await server.getByRole('button', { name: '启动' }).click()
    await expect(server.getByRole('link', { name: '打开网站' })).toHaveAttribute(
      'href',
      /^http:\/\/127\.0\.0\.1/,
    )

    await page.getByRole('button', { name: '发布全部改动' }).click()
    await expect(page.getByRole('dialog')).toContainText('网站已是最新')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: '校验' }).click()
    await expect(page.getByText('目标与记录完全一致')).toBeVisible()
    await page.getByRole('region', { name: '任务' }).getByRole('button', { name: '查看日志' }).click()
    await expect(page.getByRole('dialog', { name: '任务日志' })).toContainText(/新增 \d+、更改 0、移除 0/)
  })

  test('an article is scheduled, published, withdrawn and put away from its own menu', async ({
    desk: { page, client, libraryFolder },
  }) => {
    const folder = `${libraryFolder}-site`
    await client.targets.create({ name: '本地', config: { kind: 'folder', folder } })
    const { article } = await openArticle(page, client, { title: '自己的菜单', doc: documentOf('正文。') })
    const choose = async (name: string) => {
      await page.getByRole('button', { name: '更多操作' }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    }
    const state = () =>
      expect.poll(async () => {
        const { state, trashedAt } = await client.articles.get({ id: article.id })
        return trashedAt === null ? state : 'trash'
      })
    const dialog = page.getByRole('dialog')
    await choose('定时发布…')
    await dialog.getByRole('button', { name: '排期' }).click()
    await state().toBe('scheduled')
    await choose('取消定时')
    await state().toBe('approved')

    await page.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await expect(dialog.getByText('发布完成')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '更新', exact: true })).toBeVisible()
    await choose('从网站撤回…')
    await dialog.getByRole('button', { name: '撤回', exact: true }).click()
    await expect(dialog.getByText('发布完成')).toBeVisible()
    await page.keyboard.press('Escape')
    await state().toBe('withdrawn')

    await choose('移到回收站')
    await expect(page).toHaveURL(/#\/library$/)
    await state().toBe('trash')
    await page.goBack()
    await page.getByRole('button', { name: '移出回收站' }).click()
    await state().toBe('withdrawn')
  })
})

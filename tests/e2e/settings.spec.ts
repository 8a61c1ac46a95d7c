import { expect, test } from './fixtures.ts'

test.describe('settings', () => {
  test('the site is described, wrong input is explained, hot links are put in order', async ({
    desk: { page, client },
  }) => {
    await page.goto(new URL('/#/settings', page.url()).href)
    await page.getByLabel('网站地址').fill('news.example.com')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('须以 http:// 或 https:// 开头')).toBeVisible()
    await page.getByLabel('网站地址').fill('https://news.example.com')
    await page.getByLabel('网站名称').fill('示例日报')
    const pageSize = page.getByLabel('列表页每页稿件数')
    await pageSize.clear()
    await pageSize.pressSequentially('12')
    const [first, second] = (await client.settings.get()).site.hotLinks
    await page.getByRole('button', { name: `下移“${first?.label}”` }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('已保存')).toBeVisible()
    const { site } = await client.settings.get()
    expect(site).toMatchObject({ title: '示例日报', baseUrl: 'https://news.example.com/', pageSize: 12 })
    expect(site.hotLinks.slice(0, 2)).toEqual([second, first])
  })

  test('what is typed waits for its save; what another window saved is shown', async ({
    desk: { page, client },
  }) => {
    await page.goto(new URL('/#/settings', page.url()).href)
    const title = page.getByLabel('网站名称')
    const save = page.getByRole('button', { name: '保存' })
    await expect(save).toBeDisabled()
    await client.settings.update({ site: { title: '另一个窗口' } })
    await expect(title).toHaveValue('另一个窗口')
    await expect(save).toBeDisabled()

    await title.fill('还没有保存')
    await page.getByRole('tab', { name: '界面' }).click()
    await page.getByRole('tab', { name: '网站' }).click()
    await expect(title).toHaveValue('还没有保存')
    await page.goto(new URL('/#/library', page.url()).href)
    await page.goto(new URL('/#/settings', page.url()).href)
    await expect(title).toHaveValue('还没有保存')
    await expect(save).toBeEnabled()
    await client.settings.update({ site: { tagline: '另一句话' } })
    await expect(page.getByLabel('副标题')).toHaveValue('另一句话')
    await expect(title).toHaveValue('还没有保存')
    await page.getByRole('button', { name: '放弃更改' }).click()
    await expect(title).toHaveValue('另一个窗口')
    await expect(save).toBeDisabled()
    await page.getByRole('tab', { name: '界面' }).click()
    await page.getByRole('tab', { name: '网站' }).click()
    await expect(title).toHaveValue('另一个窗口')
  })

  test('language and colours change at once; the library is checked and backed up', async ({
    desk: { page, client },
  }) => {
    await page.goto(new URL('/#/settings', page.url()).href)
    await page.getByRole('tab', { name: '稿库' }).click()
    await page.getByRole('button', { name: '检查稿库' }).click()
    await expect(page.getByText('检查完毕，一切正常')).toBeVisible()
    const before = (await client.library.backups()).length
    await page.getByRole('button', { name: '立即备份' }).click()
    await expect(page.getByText(/备份完成/)).toBeVisible()
    expect(await client.library.backups()).toHaveLength(before + 1)

    await page.getByRole('tab', { name: '图片' }).click()
    const budget = page.getByLabel(/每张图片/)
    await budget.fill('5')
    await budget.blur()
    await expect(budget).toHaveValue('10')
    await expect.poll(async () => (await client.settings.get()).media.pictureBudget).toBe(10_000)

    await page.getByRole('tab', { name: '界面' }).click()
    await page.getByText('深色', { exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await page.getByText('English', { exact: true }).click()
    await expect(page.getByRole('tab', { name: 'Interface' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

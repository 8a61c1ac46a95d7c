import { documentOf } from './article-page.ts'
import { compose } from './composition.ts'
import { expect, test } from './shared-desk.ts'

test.describe('command palette', () => {
  test('finds an article by its text, with an input method, and opens it', async ({
    desk: { page, client },
  }) => {
    const { id } = await client.articles.create({
      title: '县城超市的账本',
      doc: documentOf('深夜还亮着的收银台。'),
    })
    await page.keyboard.press('Control+K')
    const palette = page.getByRole('dialog', { name: '搜索稿件与命令' })
    await expect(palette.getByRole('combobox')).toBeFocused()
    await compose(page, ['s', "shou'yin"], '收银', async () => {
      // Enter belongs to the input method while it composes.
      await page.keyboard.press('Enter')
      await expect(palette).toBeVisible()
    })
    await expect(palette.getByRole('option').first()).toContainText('县城超市的账本')
    await expect(palette.locator('mark')).toHaveText('收银')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`#/articles/${id}$`))
    await expect(palette).toBeHidden()
  })

  test('runs commands: to another scene, another language and back', async ({ desk: { page, client } }) => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('English')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('banner').getByRole('button', { name: 'New article' })).toBeVisible()
    expect((await client.settings.get()).interface.language).toBe('en')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('go to cat')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Categories', level: 1 })).toBeVisible()
  })
})

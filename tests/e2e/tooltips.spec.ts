import { openArticle } from './article-page.ts'
import { expect, test } from './shared-desk.ts'

test('a tooltip names the button under the pointer and its keys, beside it, until it is pressed or left', async ({
  desk: { page, client },
}) => {
  await openArticle(page, client, { title: '工具提示' })
  const tooltip = page.getByRole('tooltip')
  const bold = page.getByRole('button', { name: '加粗' })
  await bold.hover()
  await expect(tooltip).toHaveText(/^加粗(Ctrl\+|⌘)B$/)
  await expect(bold).toHaveAccessibleDescription(/^加粗 ?(Ctrl\+|⌘)B$/)
  const button = await bold.boundingBox()
  const shown = await tooltip.boundingBox()
  expect(button && shown && Math.abs(shown.x + shown.width / 2 - button.x - button.width / 2)).toBeLessThan(1)
  expect(button && shown && button.y - shown.y - shown.height).toBeCloseTo(5)

  await page.getByRole('button', { name: '斜体' }).hover()
  await expect(tooltip).toHaveText(/^斜体/)
  await expect(bold).not.toHaveAttribute('aria-describedby')
  const preview = page.getByRole('button', { name: '预览', exact: true })
  await preview.hover()
  await expect(tooltip).toHaveText(/^预览/)
  await preview.click()
  await expect(tooltip).toHaveCount(0)
  await page.getByRole('navigation').getByRole('button', { name: '分类' }).hover()
  await expect(tooltip).toHaveText(/^分类/)
  await page.getByRole('textbox', { name: '正文', exact: true }).hover()
  await expect(tooltip).toHaveCount(0)
})

test('a tooltip comes with the keyboard too and goes with Escape; it goes with its button', async ({
  desk: { page, client },
}) => {
  await openArticle(page, client, { title: '工具提示' })
  const tooltip = page.getByRole('tooltip')
  const close = page.getByRole('button', { name: '关闭查找' })
  await page.keyboard.press('ControlOrMeta+f')
  for (let tabs = 0; tabs < 10 && !(await close.evaluate((it) => it === document.activeElement)); tabs++)
    await page.keyboard.press('Tab')
  await expect(tooltip).toHaveText('关闭查找')
  await page.keyboard.press('Escape')
  await expect(tooltip).toHaveCount(0)

  await close.hover()
  await expect(tooltip).toHaveText('关闭查找')
  await close.evaluate((button) => button.remove())
  await expect(tooltip).toHaveCount(0)
})

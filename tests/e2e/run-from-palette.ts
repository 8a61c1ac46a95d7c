import { expect, type Page } from '@playwright/test'

/** Runs the command of this name from the palette. */
export async function runFromPalette(page: Page, name: string) {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: '搜索稿件与命令' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText(name)
  await expect(palette.getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}

import { expectAccessible } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

const scenes = ['library', 'analytics', 'publishing', 'categories', 'settings']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every scene is accessible in ${colorScheme}`, async ({ desk: { page, client } }) => {
    await client.settings.update({ interface: { colorScheme } })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await expectAccessible(page)
    await client.library.loadSample()
    for (const scene of scenes) {
      await page.goto(new URL(`/#/${scene}`, page.url()).href)
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
      await expectAccessible(page)
    }
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectAccessible(page)
  })
}

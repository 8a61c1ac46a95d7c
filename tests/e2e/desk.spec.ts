import { expectAccessible } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

test('the desk opens and the ticket is gone from the address bar', async ({ desk: { page } }) => {
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  expect(page.url()).not.toContain('ticket')
  await expectAccessible(page)
})

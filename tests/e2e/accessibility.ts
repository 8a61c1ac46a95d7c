import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe | undefined
  }
}

/** What a rule finds in other colours of the same elements. */
const rulesOfColor = ['color-contrast', 'link-in-text-block']

/** ms; the usual steps of a poll are longer than a change of colours. */
const soon = { intervals: [20] }

/** No serious or critical finding on what is shown now. The preview's pages belong to the theme and are left out. */
export const expectAccessible = (page: Page): Promise<void> => expectNoFinding(page)

/** The same, light and dark; for a desk that follows the system. */
export async function expectAccessibleInBothColors(page: Page): Promise<void> {
  await expectNoFinding(page)
  const light = await textColor(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => textColor(page), soon).not.toBe(light)
  await expectNoFinding(page, rulesOfColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => textColor(page), soon).toBe(light)
}

const textColor = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color)

async function expectNoFinding(page: Page, rules?: readonly string[]): Promise<void> {
  // Mantine gives a dialog its name a moment after it is there.
  await expect(page.locator('[role="dialog"]:not([aria-labelledby], [aria-label])')).toHaveCount(0)
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (rules) => {
    // What lies behind an open dialog was there before it.
    const isDialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
    const results = await window.axe?.run(
      { ...(isDialogOpen && { include: ['[role="dialog"]'] }), exclude: ['iframe'] },
      { resultTypes: ['violations'], iframes: false, ...(rules && { runOnly: [...rules] }) },
    )
    return results?.violations
  }, rules)
  if (!violations) throw new Error('axe did not run')
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const lines = grave.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${id}: ${help}\n  ${target.join(' ')}\n  ${html}\n  ${failureSummary}`,
    ),
  )
  expect(lines.join('\n')).toBe('')
}

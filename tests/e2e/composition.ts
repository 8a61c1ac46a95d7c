import type { Locator, Page } from '@playwright/test'

/**
 * Types as an input method does: interim text grows under the caret, then `text` takes its place. `during` runs
 * while the last interim text stands.
 */
export async function compose(
  page: Page,
  interim: readonly string[],
  text: string,
  during?: () => Promise<void>,
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  try {
    for (const part of interim) {
      await session.send('Input.imeSetComposition', {
        text: part,
        selectionStart: part.length,
        selectionEnd: part.length,
      })
    }
    await during?.()
    await session.send('Input.insertText', { text })
  } finally {
    await session.detach()
  }
}

/** A key that goes to the input method, as the page is told of it. */
export const composingKey = (field: Locator, key: string) =>
  field.evaluate(
    (element, name) =>
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true, cancelable: true }),
      ),
    key,
  )

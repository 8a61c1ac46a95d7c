import type { Locator } from '@playwright/test'

/** What a program puts on the clipboard. */
export interface Clipboard {
  html?: string
  text?: string
}

/** A paste as the browser announces it. */
export const pasteInto = (body: Locator, { html, text }: Clipboard) =>
  body.evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer()
      if (given.html !== undefined) clipboardData.setData('text/html', given.html)
      if (given.text !== undefined) clipboardData.setData('text/plain', given.text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { html, text },
  )

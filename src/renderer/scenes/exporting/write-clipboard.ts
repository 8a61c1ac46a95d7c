import type { Copy } from '#shared/contract/exporting.ts'

/**
 * Puts HTML into the clipboard exactly as it is: through the copy event, since the clipboard's newer interface rewrites
 * HTML on its way. False when the browser refuses, which it does without a key or a click before.
 */
export function writeClipboard({ html, text }: Copy): boolean {
  let written = false
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    written = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
  }
  return written
}

import { type ElementLike, rename, unwrap } from './element-like.ts'
import { plainAddress } from './links.ts'
import { styleOf } from './style-of.ts'

/** Google Docs: the wrapper that is no bold, colours behind words, links through its own door, checklists. */
export function cleanGoogleDocs(root: ElementLike): void {
  const wrapper = root.querySelector('[id^="docs-internal-guid-"]')
  if (!wrapper) return
  for (const span of wrapper.querySelectorAll('span[style*="background-color"]')) {
    const colour = styleOf(span).get('background-color') ?? ''
    if (!/^(transparent|inherit|initial|white|#fff(fff)?|rgb\(255, ?255, ?255\))$/i.test(colour))
      rename(span, 'mark', ['style'])
  }
  for (const item of wrapper.querySelectorAll('li[role="checkbox"]')) {
    item.setAttribute('data-checked', String(item.getAttribute('aria-checked') === 'true'))
    // The box is a picture inside of the item.
    for (const box of item.querySelectorAll('img[aria-roledescription]')) box.remove()
  }
  for (const link of wrapper.querySelectorAll('a[href]'))
    link.setAttribute('href', plainAddress(link.getAttribute('href') ?? ''))
  unwrap(wrapper)
}

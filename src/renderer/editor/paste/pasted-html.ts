import { cleanForeign } from '#shared/foreign/clean-foreign.ts'
import { pictureSource } from '#shared/foreign/pictures.ts'
import { revealVml } from '#shared/foreign/word.ts'
import { sanitizePaste } from './sanitize-paste.ts'

/** Takes a picture that lies inside the HTML; answers the id that the library will give it, or null when it is none. */
export type KeepPicture = (address: string) => string | null

/** HTML of the clipboard, from whatever program, as the schema reads it. What comes from this editor stays as it is. */
export function pastedHtml(html: string, keepPicture: KeepPicture): string {
  const tree = sanitizePaste(revealVml(html))
  if (tree.querySelector('[data-pm-slice]')) return tree.innerHTML
  for (const image of tree.querySelectorAll('img')) {
    // An id of the library means something in a copy of ours only.
    image.removeAttribute('data-media')
    findPicture(image, keepPicture)
  }
  cleanForeign(tree, { pasted: true })
  return tree.innerHTML
}

function findPicture(image: Element, keepPicture: KeepPicture): void {
  const source = pictureSource((name) => image.getAttribute(name))
  image.removeAttribute('src')
  if (/^https?:/i.test(source)) {
    image.removeAttribute('data-missing')
    image.setAttribute('src', source)
    return
  }
  const id = /^data:/i.test(source) ? keepPicture(source) : null
  if (id) image.setAttribute('data-media', id)
  else if (source !== '') image.setAttribute('data-missing', '')
}

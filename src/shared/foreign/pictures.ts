import { embedTarget } from '../document/embed/providers.ts'
import { childNodes, type ElementLike, hasClass, textOf } from './element-like.ts'

/** Where pages that load pictures late keep the address. */
export const lazySources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-original-src',
]

/** An address that names a file of the other machine, or something that is gone with the page. */
export const isUnreachable = (address: string): boolean =>
  /^(file|blob|cid|content|about|filesystem|webkit-fake-url|ms-appdata|wpsoffice):|^[a-z]:[\\/]|^\\\\/i.test(
    address.trim(),
  )

/** The address a page means by an img; '' without one. */
export function pictureSource(attribute: (name: string) => string | null | undefined): string {
  const late = lazySources.map(attribute).find((value) => value?.trim())
  const candidates = attribute('srcset')?.split(/,\s+/) ?? []
  const source = (late ?? (attribute('src') || candidates.at(-1)?.trim().split(/\s+/)[0]) ?? '').trim()
  return source.startsWith('//') ? `https:${source}` : source
}

const tiny = (value: string | null): boolean => /^[0-2](px)?$/.test(value ?? '')

/** Signs that are text, and pictures that count readers. */
export function cleanPictures(root: ElementLike): void {
  for (const image of Array.from(root.querySelectorAll('img'))) {
    const alt = image.getAttribute('alt') ?? ''
    if (alt !== '' && hasClass(image, /(^|[\s_-])(emoji|emotion|smiley|icon_emotion\w*)([\s_-]|$)/i))
      image.replaceWith(alt)
    else if (tiny(image.getAttribute('width')) && tiny(image.getAttribute('height'))) image.remove()
    else if (
      !image.getAttribute('src') &&
      !image.hasAttribute('data-media') &&
      !image.hasAttribute('data-missing')
    )
      image.remove()
  }
}

/** Players of other sites than the schema knows. */
export function dropFrames(root: ElementLike): void {
  for (const frame of Array.from(root.querySelectorAll('iframe')))
    if (!embedTarget((frame.getAttribute('src') ?? '').replace(/^\/\//, 'https://'))) frame.remove()
}

/** A picture is a block: the text before and after it in its paragraph become paragraphs of their own. */
export function hoistPictures(root: ElementLike): void {
  for (const image of Array.from(
    root.querySelectorAll('p img, h1 img, h2 img, h3 img, h4 img, h5 img, h6 img'),
  )) {
    const block = image.closest('p, h1, h2, h3, h4, h5, h6')
    while (block && image.parentElement && image.closest('p, h1, h2, h3, h4, h5, h6') === block)
      splitAround(image.parentElement, image)
  }
}

function splitAround(parent: ElementLike, node: ElementLike): void {
  const nodes = childNodes(parent)
  const rest = parent.ownerDocument.createElement(parent.localName)
  for (const name of parent.getAttributeNames()) rest.setAttribute(name, parent.getAttribute(name) ?? '')
  rest.append(...nodes.slice(nodes.indexOf(node) + 1))
  parent.after(node, rest)
  for (const part of [parent, rest]) {
    trimBreaks(part)
    if (textOf(part).trim() === '' && !part.querySelector('img, [data-math], [data-footnote]')) part.remove()
  }
}

function trimBreaks(part: ElementLike): void {
  for (const end of [part.children[0], part.children[part.children.length - 1]]) {
    const nodes = childNodes(part).filter((node) => textOf(node).trim() !== '' || node === end)
    if (end?.localName === 'br' && (nodes[0] === end || nodes.at(-1) === end)) end.remove()
  }
}

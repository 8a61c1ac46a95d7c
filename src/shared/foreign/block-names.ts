import { childElements, type ElementLike } from './element-like.ts'

/** Elements that begin a block of their own. */
const blockNames = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export const isBlock = (element: ElementLike): boolean => blockNames.has(element.localName)

export const isHeading = (element: ElementLike): boolean => /^h[1-6]$/.test(element.localName)

/** Whether a block begins anywhere inside. */
export const holdsBlocks = (element: ElementLike): boolean =>
  childElements(element).some((child) => isBlock(child) || holdsBlocks(child))

import { childNodes, type ElementLike, isElement, isText, textOf, unwrap } from './element-like.ts'
import { isBoldWeight, styleOf } from './style-of.ts'

interface Emphasis {
  strong: boolean
  em: boolean
  u: boolean
  s: boolean
  mark: boolean
  script: 'sup' | 'sub' | null
}

const plain: Emphasis = { strong: false, em: false, u: false, s: false, mark: false, script: null }

const byName: Record<string, Partial<Emphasis>> = {
  b: { strong: true },
  strong: { strong: true },
  em: { em: true },
  i: { em: true },
  u: { u: true },
  s: { s: true },
  del: { s: true },
  strike: { s: true },
  mark: { mark: true },
  sup: { script: 'sup' },
  sub: { script: 'sub' },
}

/** Text in these is what it is. */
const opaque = new Set(['pre', 'code', 'iframe', 'figcaption'])

/**
 * Emphasis, however it is told (elements, styles, styles that take elements back), as elements around the text. Links
 * are underlined and headings bold on any page, so a style that says so adds nothing.
 */
export function emphasise(root: ElementLike): void {
  visit(root, plain, false, false)
}

function visit(element: ElementLike, around: Emphasis, inHeading: boolean, inLink: boolean): void {
  if (opaque.has(element.localName) || element.hasAttribute('data-math')) return
  const named = Object.hasOwn(byName, element.localName) ? byName[element.localName] : undefined
  const base = element.hasAttribute('data-footnote') ? plain : around
  const heading = inHeading || /^(h[1-6]|th)$/.test(element.localName)
  const link = inLink || element.localName === 'a'
  const own = { ...base, ...named, ...byStyle(element, base, heading, link) }
  for (const child of childNodes(element)) {
    if (isElement(child)) visit(child, own, heading, link)
    else if (isText(child)) wrap(element, child, own)
  }
  if (named) unwrap(element)
}

function byStyle(
  element: ElementLike,
  base: Emphasis,
  inHeading: boolean,
  inLink: boolean,
): Partial<Emphasis> {
  const style = styleOf(element)
  if (style.size === 0) return {}
  const weight = isBoldWeight(style.get('font-weight'))
  const slant = style.get('font-style')
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const level = style.get('vertical-align')
  return {
    ...(weight !== undefined && { strong: weight && (base.strong || !inHeading) }),
    ...(slant && { em: /^(italic|oblique)/.test(slant) }),
    ...(/underline/.test(lines) && !inLink && { u: true }),
    ...(/line-through/.test(lines) && { s: true }),
    ...(level === 'super' && { script: 'sup' }),
    ...(level === 'sub' && { script: 'sub' }),
    ...(style.has('mso-highlight') && { mark: true }),
  }
}

function wrap(parent: ElementLike, text: ReturnType<typeof childNodes>[number], emphasis: Emphasis): void {
  if (/^\s*$/.test(textOf(text)) && textOf(text).includes('\n')) return
  const names = [
    emphasis.mark && 'mark',
    emphasis.strong && 'strong',
    emphasis.em && 'em',
    emphasis.u && 'u',
    emphasis.s && 's',
    emphasis.script,
  ].filter((name) => typeof name === 'string')
  if (names.length === 0) return
  const [outer, ...inner] = names.map((name) => parent.ownerDocument.createElement(name))
  if (!outer) return
  text.replaceWith(outer)
  let innermost = outer
  for (const next of inner) {
    innermost.append(next)
    innermost = next
  }
  innermost.append(text)
}

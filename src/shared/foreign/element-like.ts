/** What may be put into a tree: its own nodes, of whatever exact type they are there. */
interface Insertable {
  readonly nodeType: number
}

export interface NodeLike {
  readonly nodeType: number
  textContent: string | null
  readonly parentElement: ElementLike | null
  remove(): void
  replaceWith(...nodes: (Insertable | string)[]): void
}

/** As much of an element as cleaning needs: a browser's, or one of a parser outside of browsers. */
export interface ElementLike extends NodeLike {
  readonly localName: string
  readonly children: ArrayLike<ElementLike>
  readonly childNodes: ArrayLike<NodeLike>
  readonly nextElementSibling: ElementLike | null
  readonly previousElementSibling: ElementLike | null
  readonly ownerDocument: {
    createElement(name: string): ElementLike
  }
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  hasAttribute(name: string): boolean
  getAttributeNames(): string[]
  querySelector(selector: string): ElementLike | null
  querySelectorAll(selector: string): Iterable<ElementLike>
  closest(selector: string): ElementLike | null
  append(...nodes: (Insertable | string)[]): void
  prepend(...nodes: (Insertable | string)[]): void
  before(...nodes: (Insertable | string)[]): void
  after(...nodes: (Insertable | string)[]): void
}

export const isElement = (node: NodeLike): node is ElementLike => node.nodeType === 1
export const isText = (node: NodeLike): boolean => node.nodeType === 3

export const childNodes = (element: ElementLike): NodeLike[] => Array.from(element.childNodes)
export const childElements = (element: ElementLike): ElementLike[] => Array.from(element.children)

export const textOf = (node: NodeLike): string => node.textContent ?? ''

/** Text without what cannot be seen. */
export const visibleText = (node: NodeLike): string =>
  textOf(node)
    .replace(/[\s\u00a0\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .trim()

export function unwrap(element: ElementLike): void {
  element.replaceWith(...childNodes(element))
}

/** The same content in an element of another name, with the attributes that are named. */
export function rename(element: ElementLike, name: string, kept: readonly string[] = []): ElementLike {
  const other = element.ownerDocument.createElement(name)
  for (const attribute of kept) {
    const value = element.getAttribute(attribute)
    if (value !== null) other.setAttribute(attribute, value)
  }
  other.append(...childNodes(element))
  element.replaceWith(other)
  return other
}

export const hasClass = (element: ElementLike, pattern: RegExp): boolean =>
  pattern.test(element.getAttribute('class') ?? '')

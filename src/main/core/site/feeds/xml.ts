import { escapeHtml } from '#shared/document/escape-html.ts'

export type XmlChild = string | false | null | undefined

/** An element; `children` are XML already. */
export const element = (
  name: string,
  attributes: Record<string, string>,
  ...children: XmlChild[]
): string => {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('')
  const content = children.filter((child) => typeof child === 'string').join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** An element with text in it. */
export const textElement = (name: string, text: string, attributes: Record<string, string> = {}): string =>
  element(name, attributes, escapeHtml(text))

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`

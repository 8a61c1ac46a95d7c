import { parseHTML } from 'linkedom'
import { DOMParser } from 'prosemirror-model'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { schema } from '#shared/document/schema.ts'
import { cleanHtml } from './clean-html.ts'
import type { Picture, Warning } from './imported-article.ts'

const domParser = DOMParser.fromSchema(schema)

export interface HtmlDocument {
  doc: DocumentJson
  pictures: Picture[]
  warnings: Warning[]
}

export const emptyPage = () => parseHTML('<!DOCTYPE html><html><head></head><body></body></html>').document
export type PageDocument = ReturnType<typeof emptyPage>
export type PageElement = PageDocument['body']

/**
 * A document of the schema from HTML of any origin. Pictures inside data: addresses are handed back as bytes; a
 * remote picture keeps its address. `base` resolves relative addresses.
 */
export function htmlDocument(html: string, base?: string): HtmlDocument {
  const { html: clean, pictures, warnings } = cleanHtml(html, base)
  const page = emptyPage().body
  page.innerHTML = clean
  for (const table of page.querySelectorAll('table')) flattenTable(table)
  for (const term of page.querySelectorAll('dt')) replaceTag(term, 'p')
  const parsed = domParser.parse(page as unknown as Parameters<typeof domParser.parse>[0])
  return { doc: tidy(parsed.toJSON() as DocumentJson), pictures, warnings }
}

/** The schema has no table: each row becomes a paragraph. */
function flattenTable(table: PageElement): void {
  const document = table.ownerDocument
  for (const row of table.querySelectorAll('tr')) {
    const cells = [...row.querySelectorAll('td, th')].map((cell) =>
      cell.textContent?.replace(/\s+/g, ' ').trim(),
    )
    const pictures = row.querySelectorAll('img')
    const paragraph = document.createElement('p')
    paragraph.textContent = cells.filter((cell) => cell).join(' | ')
    row.replaceWith(paragraph, ...pictures)
  }
  table.replaceWith(...table.childNodes)
}

function replaceTag(element: PageElement, tag: string): void {
  const other = element.ownerDocument.createElement(tag)
  other.append(...element.childNodes)
  element.replaceWith(other)
}

const isBlank = (node: NodeJson): boolean =>
  (node.type === 'paragraph' || node.type === 'heading') &&
  (node.content ?? []).every((child) => child.type === 'hardBreak' || child.text?.trim() === '')

/** Without the empty paragraphs that pages use as spacing, indentation by ideographic spaces, last line ends of code. */
function tidy(doc: DocumentJson): DocumentJson {
  const content = (doc.content ?? [])
    .filter((node) => !isBlank(node))
    .map((node) => (node.type === 'codeBlock' ? trimCode(node) : trimIndent(node)))
  return { ...doc, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function trimCode(node: NodeJson): NodeJson {
  const text = (node.content ?? [])
    .map((child) => child.text ?? '')
    .join('')
    .replace(/\n$/, '')
  return { ...node, content: text === '' ? [] : [{ type: 'text', text }] }
}

function trimIndent(node: NodeJson): NodeJson {
  const [first, ...others] = node.content ?? []
  if (node.type !== 'paragraph' || !first?.text) return node
  const text = first.text.replace(/^[\s\u3000\u00a0]+/, '')
  return { ...node, content: text === '' ? others : [{ ...first, text }, ...others] }
}

import { parseHTML } from 'linkedom'
import { DOMParser } from 'prosemirror-model'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { schema } from '#shared/document/schema.ts'
import { cleanForeign } from '#shared/foreign/clean-foreign.ts'
import { cleanHtml } from './clean-html.ts'
import type { Picture, Warning } from './imported-article.ts'
import { quickMatches } from './quick-matches.ts'

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
  cleanForeign(page, { pasted: false })
  quickMatches(page)
  const parsed = domParser.parse(page as unknown as Parameters<typeof domParser.parse>[0])
  return { doc: tidy(parsed.toJSON() as DocumentJson), pictures, warnings }
}

const isBlank = (node: NodeJson): boolean =>
  (node.type === 'paragraph' || node.type === 'heading') &&
  (node.content ?? []).every((child) => child.type === 'hardBreak' || child.text?.trim() === '')

/** Without the empty paragraphs that a picture leaves which stood in one, and last line ends of code. */
function tidy(doc: DocumentJson): DocumentJson {
  const content = (doc.content ?? [])
    .filter((node) => !isBlank(node))
    .map((node) => (node.type === 'codeBlock' ? trimCode(node) : node))
  return { ...doc, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function trimCode(node: NodeJson): NodeJson {
  const text = (node.content ?? [])
    .map((child) => child.text ?? '')
    .join('')
    .replace(/\n$/, '')
  return { ...node, content: text === '' ? [] : [{ type: 'text', text }] }
}

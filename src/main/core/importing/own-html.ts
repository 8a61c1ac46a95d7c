import { DOMParser } from 'prosemirror-model'
import sanitizeHtml from 'sanitize-html'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { readHeldSpaces, releaseSpaces } from '#shared/document/held-spaces.ts'
import { linkTarget } from '#shared/document/link/link-target.ts'
import { schema } from '#shared/document/schema.ts'
import { assertShallow } from './assert-shallow.ts'
import { dataPicture } from './data-picture.ts'
import { emptyPage, type HtmlDocument, type PageElement } from './html-document.ts'
import type { Picture } from './imported-article.ts'
import { mediaAt } from './media-at.ts'

const domParser = DOMParser.fromSchema(schema)

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'blockquote', 'aside', 'details', 'summary', 'div', 'pre', 'code', 'hr', 'br'],
    ...['ul', 'ol', 'li', 'input', 'table', 'tr', 'td', 'th', 'thead', 'tbody', 'colgroup', 'col'],
    ...['figure', 'figcaption', 'img', 'section', 'a', 'span', 'sup', 'sub'],
    ...['strong', 'em', 'u', 's', 'del', 'mark'],
  ],
  allowedAttributes: {
    a: ['href', 'role'],
    img: ['src', 'alt', 'width', 'height', 'data-media', 'data-missing'],
    ol: ['start'],
    ul: ['data-type'],
    li: ['data-type', 'data-checked', 'id'],
    input: ['type', 'checked'],
    td: ['colspan', 'rowspan', 'data-colwidth'],
    th: ['colspan', 'rowspan', 'data-colwidth'],
    details: ['open'],
    sup: ['data-link'],
    '*': ['class', 'style', 'data-math', 'data-footnote'],
  },
  allowedStyles: { '*': { 'text-align': [/^(center|right|justify)$/] } },
  allowedSchemes: ['http', 'https', 'mailto', 'tel', 'article'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'math',
    'svg',
    'iframe',
  ],
  nestingLimit: 200,
}

const blocks = new Set('ul ol blockquote aside details pre table figure div hr h2 h3 h4'.split(' '))

/**
 * The document of HTML that Galley wrote: word for word, with what cleaning would take from a page of another program
 * (relative addresses, links to articles of the library, indentation). It is held to an allow-list all the same.
 */
export function ownHtmlDocument(html: string): HtmlDocument {
  assertShallow(html)
  const pictures = new Map<string, Picture>()
  const clean = sanitizeHtml(readHeldSpaces(html), {
    ...options,
    transformTags: {
      img: (tagName, { src = '', 'data-media': _given, ...attribs }) => {
        const picture = dataPicture(src)
        if (picture) pictures.set(picture.id, picture)
        const media = picture?.id ?? mediaAt(src)
        const place: sanitizeHtml.Attributes = media
          ? { 'data-media': media }
          : src
            ? { src }
            : { 'data-missing': '' }
        return { tagName, attribs: { ...attribs, ...place } }
      },
      a: (tagName, { href, role }) => {
        const target = linkTarget(href)
        return { tagName, attribs: { ...(target && { href: target }), ...(role && { role }) } }
      },
    },
  })
  const page = emptyPage().body
  page.innerHTML = clean
  inlineFootnotes(page)
  beginItems(page)
  const parsed = domParser.parse(page as unknown as Parameters<typeof domParser.parse>[0])
  return {
    doc: withoutLastLineEnds(releaseSpaces(parsed.toJSON() as DocumentJson)),
    pictures: [...pictures.values()],
    warnings: [],
  }
}

/** Notes from the end of the page to where their numbers are. */
function inlineFootnotes(page: PageElement): void {
  for (const reference of page.querySelectorAll('a[role="doc-noteref"]')) {
    const id = /^#(fn-\d+)$/.exec(reference.getAttribute('href') ?? '')?.[1]
    const note = id && page.querySelector(`li[id="${id}"]`)
    if (!note) continue
    note.querySelector('a[role="doc-backlink"]')?.remove()
    const span = page.ownerDocument.createElement('span')
    span.setAttribute('data-footnote', '')
    span.append(...note.childNodes)
    const number = reference.closest('sup')
    const target = linkTarget(number?.getAttribute('data-link'))
    number?.replaceWith(target === null ? span : linked(span, target))
  }
  for (const section of page.querySelectorAll('section.footnotes')) section.remove()
}

function linked(element: PageElement, href: string) {
  const link = element.ownerDocument.createElement('a')
  link.setAttribute('href', href)
  link.append(element)
  return link
}

/** An item begins with a paragraph, be it an empty one. */
function beginItems(page: PageElement): void {
  for (const item of page.querySelectorAll('li')) {
    const box = [...item.children].find(({ localName }) => localName !== 'input')
    const parent = box?.localName === 'div' && item.firstElementChild?.localName === 'input' ? box : item
    const [first] = [...parent.childNodes].filter(
      ({ textContent, nodeType }) => nodeType === 1 || textContent?.trim(),
    )
    if (!first || !blocks.has(first.nodeName.toLowerCase())) continue
    parent.prepend(page.ownerDocument.createElement('p'))
  }
}

/** The last line of code ends in HTML, too. */
function withoutLastLineEnds<T extends NodeJson>(node: T): T {
  if (node.type === 'codeBlock') {
    const text = (node.content ?? [])
      .map((child) => child.text ?? '')
      .join('')
      .replace(/\n$/, '')
    const { content: _, ...empty } = node
    return (text === '' ? empty : { ...node, content: [{ type: 'text', text }] }) as T
  }
  return node.content ? { ...node, content: node.content.map(withoutLastLineEnds) } : node
}

import type { Mark, Node } from 'prosemirror-model'
import { linkedArticle } from '#shared/document/link/link-target.ts'
import type { Found } from '../found.ts'

/** What the library knows of an article that is linked to; undefined when it does not have it. */
export type LinkState = 'published' | 'unpublished' | 'trashed'

interface LinkRange {
  href: string
  from: number
  to: number
  text: string
}

const body = (found: Pick<Found, 'rule' | 'from' | 'to' | 'key'> & Partial<Found>): Found => ({
  field: 'body',
  excerpt: '',
  detail: '',
  fix: null,
  ...found,
})

const linkOf = (node: Node): Mark | undefined => node.marks.find((mark) => mark.type.name === 'link')

/** Links with all their text, however many marks it is parted by. */
function linkRanges(doc: Node): LinkRange[] {
  const ranges: LinkRange[] = []
  doc.descendants((node, position) => {
    const link = node.isInline ? linkOf(node) : undefined
    if (!link) return true
    const href = String(link.attrs.href)
    const last = ranges.at(-1)
    if (last?.to === position && last.href === href) {
      last.to += node.nodeSize
      last.text += node.text ?? ''
    } else ranges.push({ href, from: position, to: position + node.nodeSize, text: node.text ?? '' })
    return true
  })
  return ranges
}

function links(doc: Node, states: ReadonlyMap<string, LinkState>): Found[] {
  return linkRanges(doc).flatMap(({ href, from, to, text }) => {
    const uid = linkedArticle(href)
    const state = uid === null ? 'published' : (states.get(uid) ?? 'gone')
    if (text.trim() === '' || href === '#')
      return [body({ rule: 'emptyLink', from, to, excerpt: text, key: `${href} ${text}` })]
    if (state === 'published') return []
    return [body({ rule: 'deadLink', from, to, excerpt: text, detail: state, key: `${href} ${state}` })]
  })
}

function headings(doc: Node): Found[] {
  const found: Found[] = []
  let last = 1
  doc.descendants((node, position) => {
    if (node.type.name !== 'heading') return !node.isTextblock
    const level = Number(node.attrs.level)
    const text = node.textContent
    if (level > last + 1)
      found.push(
        body({
          rule: 'headingOrder',
          from: position + 1,
          to: position + node.nodeSize - 1,
          excerpt: text.slice(0, 60),
          fix: { kind: 'headingLevel', level: last + 1 },
          key: text.slice(0, 100),
        }),
      )
    last = level
    return false
  })
  return found
}

function pictures(doc: Node): Found[] {
  const found: Found[] = []
  doc.descendants((node, position) => {
    if (node.type.name !== 'image' || String(node.attrs.alt).trim() !== '') return !node.isTextblock
    found.push(
      body({
        rule: 'missingAlt',
        from: position,
        to: position + node.nodeSize,
        excerpt: String(node.attrs.caption).slice(0, 60),
        key: String(node.attrs.media ?? node.attrs.source),
      }),
    )
    return false
  })
  return found
}

/** What is wrong with the make-up of a document. */
export const structure = (doc: Node, states: ReadonlyMap<string, LinkState>): Found[] => [
  ...pictures(doc),
  ...headings(doc),
  ...links(doc, states),
]

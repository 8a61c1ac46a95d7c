import type { NodeJson } from '#shared/document/document-json.ts'
import { plainAddress } from '#shared/foreign/links.ts'

/** A document line by line, for comparing by eye: nodes with the attributes that are set, text with its marks. */
export function outline(node: NodeJson, depth = 0): string {
  const head = '  '.repeat(depth) + node.type + attributes(node)
  const content = node.content ?? []
  if (content.some(({ type }) => inline.has(type))) return `${head}: ${content.map(inlineText).join('|')}\n`
  return `${head}\n${content.map((child) => outline(child, depth + 1)).join('')}`
}

const inline = new Set(['text', 'hardBreak', 'footnote', 'mathInline'])

const attributes = ({ attrs }: NodeJson): string => {
  const set = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== '' && value !== 1)
  return set.length > 0 ? ` ${set.map(([name, value]) => `${name}=${value}`).join(' ')}` : ''
}

function inlineText(node: NodeJson): string {
  if (node.type !== 'text')
    return `<${node.type}${attributes(node)} ${(node.content ?? []).map(inlineText).join('')}>`
  const marks = (node.marks ?? [])
    .map(({ type, attrs }) => (attrs?.href ? `${type} ${plainAddress(String(attrs.href))}` : type))
    .sort()
  return `${node.text}${marks.length > 0 ? `{${marks.join(',')}}` : ''}`
}

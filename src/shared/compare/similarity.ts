import type { NodeJson } from '../document/document-json.ts'
import { withoutComments } from '../document/published-document.ts'
import { canonicalJson } from './canonical-json.ts'

/** A block with what finding its partner needs. */
export interface Block {
  node: NodeJson
  /** Equal for equal blocks, wherever comments stand. */
  key: string
  text: string
  /** The characters of its text, or each with the one after it; ascending. */
  letters: () => Uint32Array
  pairs: () => Uint32Array
}

const textOf = (node: NodeJson): string => {
  if (node.text !== undefined) return node.text
  const { alt, caption, latex, title, attribution } = node.attrs ?? {}
  const own = [alt, caption, latex, title, attribution].filter((value) => typeof value === 'string').join(' ')
  return own + (node.content ?? []).map(textOf).join('')
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

export function blockOf(node: NodeJson): Block {
  const text = textOf(node)
  return {
    node,
    key: canonicalJson(withoutComments(node)),
    text,
    letters: once(() => Uint32Array.from(text, (letter) => letter.charCodeAt(0)).sort()),
    pairs: once(() => characterPairs(text)),
  }
}

function characterPairs(text: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, text.length - 1))
  for (let at = 0; at < pairs.length; at++) pairs[at] = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
  return pairs.sort()
}

/** Texts that are shorter have too few pairs of characters to go by. */
const short = 8

const families: Record<string, string> = {
  heading: 'paragraph',
  codeBlock: 'paragraph',
  bulletList: 'list',
  orderedList: 'list',
  taskList: 'list',
  listItem: 'item',
  taskItem: 'item',
  tableCell: 'cell',
  tableHeader: 'cell',
  blockquote: 'quote',
  callout: 'quote',
}
const familyOf = (type: string) => families[type] ?? type

export const sameFamily = (a: NodeJson, b: NodeJson): boolean => familyOf(a.type) === familyOf(b.type)

/** From 0 for strangers to 1; what is no text is known by what it shows. */
export function similarity(a: Block, b: Block): number {
  if (!sameFamily(a.node, b.node)) return 0
  const shown = shownBy(a.node)
  if (shown !== null) return shown === shownBy(b.node) ? 1 : 0.4
  const own = a.node.type === b.node.type ? 0.05 : 0
  const byLetters = Math.min(a.text.length, b.text.length) < short
  const [left, right] = byLetters ? [a.letters(), b.letters()] : [a.pairs(), b.pairs()]
  const total = left.length + right.length
  return total === 0 ? 0.5 + own : (2 * common(left, right)) / total + own
}

function shownBy({ type, attrs = {} }: NodeJson): string | null {
  if (type === 'image') return String(attrs.media ?? attrs.source)
  if (type === 'embed') return `${attrs.provider}:${attrs.id}`
  if (type === 'mathBlock' || type === 'horizontalRule') return ''
  return null
}

function common(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as number, b[j] as number]
    if (x === y) count++
    if (x <= y) i++
    if (y <= x) j++
  }
  return count
}

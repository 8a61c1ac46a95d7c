import type { MarkJson, NodeJson } from '../document-json.ts'
import { escapeHtml } from '../escape-html.ts'
import { hasHeldSpace } from '../held-spaces.ts'
import { linkTarget } from '../link/link-target.ts'
import { sortedMarks } from '../render-html.ts'
import { sameMark } from '../same-mark.ts'
import { codeSpan, escapeBrackets, escapeLineStart, escapeText, linkDestination } from './escape.ts'

/** What a note or a line end becomes depends on where the text stands. */
export interface InlineState {
  /** Answers the number of a note. */
  note(content: readonly NodeJson[]): number
  /** In headings and cells a line end cannot be one. */
  oneLine: boolean
  inLink?: boolean
}

const delimiters: Record<string, string> = { highlight: '==', bold: '**', italic: '*', strike: '~~' }
const tags: Record<string, string> = {
  highlight: 'mark',
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
}

type Item = { mark: MarkJson; content: readonly NodeJson[] } | { node: NodeJson }

/** Neighbours that share a mark, together. */
function grouped(content: readonly NodeJson[], depth: number): Item[] {
  const items: Item[] = []
  for (let index = 0; index < content.length; ) {
    const node = content[index] as NodeJson
    const mark = sortedMarks(node.marks)[depth]
    let end = index + 1
    if (mark) {
      while (end < content.length) {
        const next = sortedMarks(content[end]?.marks)[depth]
        if (!next || !sameMark(mark, next)) break
        end++
      }
      items.push({ mark, content: content.slice(index, end) })
    } else items.push({ node })
    index = end
  }
  return items
}

/** The first character that an item will have, as far as neighbours care. */
function firstOf(item: Item | undefined, state: InlineState): string {
  if (!item) return ''
  if ('node' in item) return [...writeNode(item.node, { state, before: '', after: '' }, true)][0] ?? ''
  if (item.mark.type === 'link') return '['
  if (item.mark.type === 'code') return '`'
  return delimiters[item.mark.type]?.[0] ?? '<'
}

const isSpace = (character: string) => character === '' || /\s/u.test(character)
/** White space that is held will be a reference, from & to semicolon. */
const isPunctuation = (character: string) => /[\p{P}\p{S}]/u.test(character) || hasHeldSpace(character)
/** Readers differ on characters of two code units, and on the tilde. */
const separates = (character: string) =>
  character.length === 1 && character !== '~' && isPunctuation(character)
const lastOf = (text: string) => [...text.slice(-2)].at(-1) ?? ''

/** Whether readers of Markdown see a mark where these characters meet its ends. */
function delimits(delimiter: string, before: string, inner: string, after: string): boolean {
  const own = delimiter[0] ?? ''
  const first = [...inner.slice(0, 2)][0] ?? ''
  const last = lastOf(inner)
  if ([before, first, last, after].includes(own) || isSpace(first) || isSpace(last)) return false
  // A reader's look-out for the end does not see what lies between.
  if (own !== '*' && inner.includes(own)) return false
  const opens = !isPunctuation(first) || isSpace(before) || separates(before)
  const closes = !isPunctuation(last) || isSpace(after) || separates(after)
  return opens && closes
}

function writeNode(node: NodeJson, { state, before, after }: Around, looking = false): string {
  if (node.text !== undefined)
    return state.inLink ? escapeBrackets(escapeText(node.text)) : escapeText(node.text)
  if (node.type === 'hardBreak') return '<br>'
  if (node.type === 'footnote') return looking ? '[' : `[^${state.note(node.content ?? [])}]`
  if (node.type === 'mathInline') return formula(String(node.attrs?.latex ?? ''), before, after)
  return ''
}

const formula = (latex: string, before: string, after: string): string =>
  /^(?![\s$])(?:\\[^\n]|[^\\$\n])+$/.test(latex) &&
  !/[\s\\]$/.test(latex) &&
  before !== '$' &&
  !/\d/.test(after)
    ? `$${latex}$`
    : `<span data-math="${escapeHtml(latex).replace(/\n/g, '&#10;')}"></span>`

/** Between backticks a reference is text. */
const isPlainCode = ({ text }: NodeJson) => text !== undefined && !hasHeldSpace(text)

function writeMark(mark: MarkJson, content: readonly NodeJson[], depth: number, around: Around): string {
  const { state, before, after } = around
  if (mark.type === 'code' && content.every(isPlainCode))
    return codeSpan(content.map(({ text }) => text ?? '').join(''))
  if (mark.type === 'link') {
    const href = linkTarget(mark.attrs?.href)
    const children = writeItems(content, depth + 1, {
      state: { ...state, inLink: true },
      before: '[',
      after: ']',
    })
    // With a bracket before it, it would begin the number of a note.
    const text = children.replace(/^\^/, '\\^')
    return href === null ? children : `[${text}](${linkDestination(href)})`
  }
  const delimiter = delimiters[mark.type]
  if (delimiter) {
    const own = delimiter[0] ?? ''
    const children = writeItems(content, depth + 1, { state, before: own, after: own })
    if (delimits(delimiter, before, children, after)) return `${delimiter}${children}${delimiter}`
  }
  const tag = tags[mark.type]
  const children = writeItems(content, depth + 1, { state, before: '>', after: '<' })
  return tag ? `<${tag}>${children}</${tag}>` : children
}

interface Around {
  state: InlineState
  /** The characters at either side; none at the ends of a line. */
  before: string
  after: string
}

function writeItems(content: readonly NodeJson[], depth: number, { state, before, after }: Around): string {
  const items = grouped(content, depth)
  let written = ''
  for (const [index, item] of items.entries()) {
    const around = {
      state,
      before: written === '' ? before : lastOf(written),
      after: index + 1 < items.length ? firstOf(items[index + 1], state) : after,
    }
    if ('mark' in item) written += writeMark(item.mark, item.content, depth, around)
    else if (item.node.type === 'hardBreak' && breaksLine(written, items[index + 1], state)) written += '\\\n'
    else written += writeNode(item.node, around)
  }
  return written
}

/** A line end needs text at both sides; elsewhere it is written as a tag. */
const breaksLine = (written: string, next: Item | undefined, { oneLine }: InlineState) =>
  !oneLine &&
  written !== '' &&
  !written.endsWith('\n') &&
  next &&
  !('node' in next && next.node.type === 'hardBreak')

/** The text of a block as Markdown. */
export const inlineMarkdown = (content: readonly NodeJson[], state: InlineState): string =>
  writeItems(content, 0, { state, before: '', after: '' }).split('\n').map(escapeLineStart).join('\n')

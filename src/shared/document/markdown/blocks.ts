import type { NodeJson } from '../document-json.ts'
import { releaseIndents } from '../held-spaces.ts'
import { renderInline } from '../render-html.ts'
import { htmlBlock, inlineOf, isBlank, type MarkdownState, textOf } from './block.ts'
import { escapeBrackets, escapeText, linkDestination } from './escape.ts'
import { tableMarkdown } from './table.ts'

/** A block as Markdown; null where it has to be HTML. */
type Write = (node: NodeJson, state: MarkdownState) => string | null

const prefixed = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line)
    .join('\n')

const quote = (text: string) => prefixed(text, '> ', '> ')

const fenceOf = (code: string) =>
  '`'.repeat(Math.max(3, 1 + Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))))

/** A picture by itself is one in Markdown; one with a place or a size of its own is not. */
const image: Write = ({ attrs = {} }, state) => {
  const { media, width, height } = attrs
  const natural = typeof media === 'string' ? state.naturalSize?.(media) : undefined
  const isNatural = natural ? natural.width === width && natural.height === height : !width && !height
  if (attrs.align || attrs.span || !isNatural) return null
  const src = typeof media === 'string' ? state.mediaUrl(media) : (attrs.source ?? '')
  if (typeof src !== 'string') return ''
  const caption = String(attrs.caption ?? '')
  if (/["\\&]/.test(caption)) return null
  return `![${escapeBrackets(escapeText(String(attrs.alt ?? '')))}](${linkDestination(src)}${caption ? ` "${caption}"` : ''})`
}

const item = (marker: string, node: NodeJson, isTight: boolean, state: MarkdownState): string => {
  // The box of a task is part of its text.
  const indent = ' '.repeat(marker.indexOf(' ') + 1)
  const [head, ...others] = node.content ?? []
  const blocks = head && !isBlank(head) ? [head, ...others] : others
  return prefixed(
    blocksMarkdown(blocks, { ...state, inList: true }, isTight ? '\n' : '\n\n'),
    marker,
    indent,
  ).trimEnd()
}

/** A paragraph that is aligned, or begins with a line end: a line that begins with a tag alone would be HTML anyway. */
const needsTag = (node: NodeJson | undefined): boolean =>
  Boolean(node?.attrs?.align) || node?.content?.[0]?.type === 'hardBreak'

const isList = (type: string) => /List$/.test(type)

/** One that an item of Markdown can begin with nothing and go on from. */
const isOrdinary = ({ type, content: [head, next] = [] }: NodeJson): boolean => {
  if (isBlank(head)) return type === 'listItem' && (!next || isList(next.type))
  return type === 'listItem' || !needsTag(head)
}

/** Numbers of more digits, and those below zero, are none in Markdown. */
const isWritable = ({ attrs, content = [] }: NodeJson): boolean => {
  const start = Number(attrs?.start ?? 1)
  return content.every(isOrdinary) && start >= 0 && start + content.length < 999_999_999
}

/** A list directly below a line of text, which an empty item or a number other than 1 would not begin. */
const interrupts = (node: NodeJson): boolean => {
  const { type, attrs, content: [first] = [] } = node
  return isList(type) && isWritable(node) && !isBlank(first?.content?.[0]) && (attrs?.start ?? 1) === 1
}

const isTightItem = ({ content = [] }: NodeJson): boolean =>
  content.every((child, index) => (index === 0 ? !needsTag(child) : interrupts(child)))

const list =
  (marker: (node: NodeJson, index: number, isOther: boolean) => string) =>
  (node: NodeJson, state: MarkdownState, isOther = false): string | null => {
    const items = node.content ?? []
    if (!isWritable(node)) return null
    const start = Number(node.attrs?.start ?? 1)
    const isTight = items.every(isTightItem)
    return items
      .map((child, index) => item(marker(child, start + index, isOther), child, isTight, state))
      .join(isTight ? '\n' : '\n\n')
  }

/** Two lists one after the other are told apart by their markers. */
const lists: Record<string, (node: NodeJson, state: MarkdownState, isOther?: boolean) => string | null> = {
  bulletList: list((_item, _index, isOther) => (isOther ? '* ' : '- ')),
  orderedList: list((_item, number, isOther) => `${number}${isOther ? ')' : '.'} `),
  taskList: list(
    ({ attrs }, _index, isOther) => `${isOther ? '*' : '-'} [${attrs?.checked === true ? 'x' : ' '}] `,
  ),
}

const writers: Record<string, Write> = {
  paragraph: (node, state) => {
    if (needsTag(node) || isBlank(node)) return null
    const text = inlineOf(node, state)
    // The box of a task has to be followed by something that readers do not take for a space.
    return state.inList ? text : releaseIndents(text)
  },
  heading: (node, state) => {
    if (node.attrs?.align) return null
    // At the end of the line they would close the heading.
    const text = inlineOf(node, state, true).replace(/#$/, '\\#')
    return `${'#'.repeat(Number(node.attrs?.level ?? 2))} ${text}`.trimEnd()
  },
  blockquote: (node, state) => quote(blocksMarkdown(node.content ?? [], state)),
  callout: (node, state) => {
    const mark = `[!${String(node.attrs?.kind ?? 'note').toUpperCase()}]`
    const [first] = node.content ?? []
    // Any other block has to begin by itself.
    const joins = first?.type === 'paragraph' && !needsTag(first) && !isBlank(first)
    return quote(`${mark}${joins ? '\n' : '\n\n'}${blocksMarkdown(node.content ?? [], state)}`)
  },
  details: (node, state) => {
    const [summary, content] = node.content ?? []
    const title = renderInline(summary?.content ?? [], 0, {
      ...state,
      footnotes: [],
      notesInPlace: true,
      math: undefined,
    })
    const open = node.attrs?.open === true ? ' open' : ''
    const body = blocksMarkdown(content?.content ?? [], state)
    return `<details${open}>\n<summary>${title}</summary>\n<div class="details-content">\n\n${body}\n\n</div>\n</details>`
  },
  codeBlock: (node, { inList }) => {
    const code = textOf(node)
    // Readers take tabs for indentation there, and what follows a line separator for a line.
    if ((inList && /^ *\t/m.test(code)) || /[\u2028\u2029]/.test(code)) return null
    const fence = fenceOf(code)
    return `${fence}${String(node.attrs?.language ?? '')}\n${code === '' ? '' : `${code}\n`}${fence}`
  },
  mathBlock: ({ attrs }) => {
    const latex = String(attrs?.latex ?? '')
    return latex === '' || /\$\$|\n\s*\n/.test(latex) ? null : `$$\n${latex}\n$$`
  },
  horizontalRule: () => '---',
  table: tableMarkdown,
  image,
}

/** Blocks one below the other. */
export function blocksMarkdown(nodes: readonly NodeJson[], state: MarkdownState, gap = '\n\n'): string {
  // Readers put the paragraph there that every place demands.
  if (nodes.length === 1 && isBlank(nodes[0])) return ''
  const written: string[] = []
  let previous = ''
  let isOther = false
  for (const node of nodes) {
    const follows = isList(node.type) && isList(previous) && isOrdered(node.type) === isOrdered(previous)
    isOther = follows && !isOther
    const text =
      lists[node.type]?.(node, state, isOther) ?? writers[node.type]?.(node, state) ?? htmlBlock(node, state)
    if (text === '') continue
    written.push(text)
    previous = node.type
  }
  return written.join(gap)
}

const isOrdered = (type: string) => type === 'orderedList'

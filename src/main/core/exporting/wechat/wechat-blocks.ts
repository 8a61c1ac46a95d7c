import type { NodeJson } from '#shared/document/document-json.ts'
import { embedFacts } from '#shared/document/embed/providers.ts'
import { escapeHtml } from '#shared/document/escape-html.ts'
import { codeHtml } from './code-html.ts'
import { formulaHtml, inlineHtml } from './wechat-inline.ts'
import type { WeChatState } from './wechat-state.ts'

type Write = (node: NodeJson, state: WeChatState, isNested?: boolean) => string

const children: Write = (node, state) => blocksHtml(node.content ?? [], state)
const inline: Write = (node, state) => inlineHtml(node.content ?? [], state)
const section = (style: string, html: string) => `<section style="${style}">${html}</section>`
const textAlign = (node: NodeJson) => {
  const { align } = node.attrs ?? {}
  return typeof align === 'string' ? `;text-align:${align}` : ''
}

const calloutTitles: Record<string, string> = {
  note: '注',
  tip: '提示',
  important: '重要',
  warning: '注意',
  caution: '当心',
}

const picture = (node: NodeJson, state: WeChatState, style: string): string => {
  const { media, alt, caption } = node.attrs ?? {}
  const src = typeof media === 'string' ? state.pictures.get(media) : undefined
  if (!src) {
    state.lost['missing-pictures']++
    return ''
  }
  const below = caption ? `<p style="${state.look.caption}">${escapeHtml(String(caption))}</p>` : ''
  return section(
    style,
    `<img src="${src}" alt="${escapeHtml(String(alt ?? ''))}" style="max-width:100%;width:100%;height:auto;display:block">${below}`,
  )
}

const listItems =
  (tag: 'ul' | 'ol', style: string): Write =>
  (node, state, isNested) => {
    const start = Number(node.attrs?.start ?? 1)
    const items = (node.content ?? []).map(
      (item) => `<li style="${state.look.item}">${itemHtml(item, state)}</li>`,
    )
    return `<${tag}${start === 1 ? '' : ` start="${start}"`} style="${isNested ? 'margin:0;padding-left:1.5em' : state.look.list};${style}">${items.join('')}</${tag}>`
  }

/** The first paragraph of an item stands beside its mark. */
const itemHtml: Write = ({ content: [head, ...others] = [] }, state) => {
  const first = head?.type === 'paragraph' ? section('margin:0', inline(head, state)) : ''
  return first + blocksHtml(head && head.type !== 'paragraph' ? [head, ...others] : others, state, true)
}

const writers: Record<string, Write> = {
  paragraph: (node, state) => {
    const html = inline(node, state)
    return html === '' ? '' : `<p style="${state.look.paragraph}${textAlign(node)}">${html}</p>`
  },
  heading: (node, state) => {
    const level = node.attrs?.level === 4 ? 4 : node.attrs?.level === 3 ? 3 : 2
    return `<h${level} style="${state.look.headings[level]}${textAlign(node)}">${inline(node, state)}</h${level}>`
  },
  blockquote: (node, state) => section(state.look.quote, children(node, state)),
  pullQuote: (node, state) => {
    const attribution = String(node.attrs?.attribution ?? '')
    const by = attribution ? `<p style="${state.look.caption}">—— ${escapeHtml(attribution)}</p>` : ''
    const lines = (node.content ?? []).map((line) => `<p style="margin:0">${inline(line, state)}</p>`)
    return section(state.look.pullQuote, lines.join('') + by)
  },
  callout: (node, state) => {
    const title = calloutTitles[String(node.attrs?.kind)] ?? '注'
    return section(
      state.look.callout,
      `<p style="${state.look.calloutTitle}">${title}</p>${children(node, state)}`,
    )
  },
  details: ({ content: [summary, body] = [] }, state) =>
    section(
      state.look.callout,
      `<p style="${state.look.calloutTitle}">${summary ? inline(summary, state) : ''}</p>${body ? children(body, state) : ''}`,
    ),
  codeBlock: (node, { look }) => {
    const language = typeof node.attrs?.language === 'string' ? node.attrs.language : null
    return section(look.code, codeHtml((node.content ?? []).map(({ text }) => text ?? '').join(''), language))
  },
  mathBlock: (node, state) =>
    section('margin:0 0 1.25em;text-align:center;overflow-x:auto', formulaHtml(node, state)),
  horizontalRule: (_node, { look }) => `<hr style="${look.rule}">`,
  bulletList: listItems('ul', 'list-style-type:disc'),
  orderedList: listItems('ol', 'list-style-type:decimal'),
  taskList: (node, state) =>
    (node.content ?? [])
      .map((item) =>
        section(
          'margin:0 0 0.3em',
          `${item.attrs?.checked === true ? '☑' : '☐'} ${itemHtml(item, state).replace('<section style="margin:0">', '<span>').replace('</section>', '</span>')}`,
        ),
      )
      .join(''),
  table: (node, state) => {
    const rows = (node.content ?? []).map((row) => {
      const cells = (row.content ?? []).map((cell) => {
        const isHeader = cell.type === 'tableHeader'
        const { colspan = 1, rowspan = 1 } = cell.attrs ?? {}
        const spans = `${Number(colspan) > 1 ? ` colspan="${Number(colspan)}"` : ''}${Number(rowspan) > 1 ? ` rowspan="${Number(rowspan)}"` : ''}`
        const [only, ...more] = cell.content ?? []
        const html =
          only?.type === 'paragraph' && more.length === 0 ? inline(only, state) : children(cell, state)
        const tag = isHeader ? 'th' : 'td'
        return `<${tag}${spans} style="${isHeader ? state.look.headerCell : state.look.cell}">${html}</${tag}>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    const table = `<table style="border-collapse:collapse;width:100%;margin:0"><tbody>${rows.join('')}</tbody></table>`
    return section('margin:0 0 1.25em;overflow-x:auto', table)
  },
  image: (node, state) => {
    const span = Number(node.attrs?.span ?? 100)
    return picture(node, state, `margin:0 auto 1.25em;width:${span || 100}%;text-align:center`)
  },
  gallery: (node, state) => {
    const images = node.content ?? []
    const columns = Number(node.attrs?.columns ?? Math.min(images.length, 3))
    const width = `${Math.floor(96 / columns)}%`
    const style = `display:inline-block;vertical-align:top;width:${width};margin:0 1% 0.6em 0`
    return section('margin:0 0 1.25em', images.map((image) => picture(image, state, style)).join(''))
  },
  embed: ({ attrs }, state) => {
    const facts = embedFacts(attrs?.provider, attrs?.id)
    if (!facts) return ''
    state.lost.embeds++
    const title = String(attrs?.title ?? '') || facts.name
    return `<p style="${state.look.paragraph}">▶ ${escapeHtml(title)}${state.references.address(facts.page, title)}</p>`
  },
}

/** `isNested`: within an item of a list. */
export const blocksHtml = (nodes: readonly NodeJson[], state: WeChatState, isNested = false): string =>
  nodes.map((node) => writers[node.type]?.(node, state, isNested) ?? '').join('')

import type { MarkJson, NodeJson } from '#shared/document/document-json.ts'
import { escapeHtml } from '#shared/document/escape-html.ts'
import { linkedArticle } from '#shared/document/link/link-target.ts'
import { sortedMarks } from '#shared/document/render-html.ts'
import { safeUrl } from '#shared/document/safe-url.ts'
import { formulaText } from '../formula-text.ts'
import { formulaKey } from './formula-drawings.ts'
import type { WeChatState } from './wechat-state.ts'

const styled = (style: string) => (html: string) => `<span style="${style}">${html}</span>`

const wrap = (mark: MarkJson, html: string, { look }: WeChatState): string => {
  switch (mark.type) {
    case 'bold':
      return `<strong style="font-weight:bold">${html}</strong>`
    case 'italic':
      return `<em style="font-style:italic">${html}</em>`
    case 'underline':
      return styled('text-decoration:underline')(html)
    case 'strike':
      return styled('text-decoration:line-through')(html)
    case 'highlight':
      return styled(look.highlight)(html)
    case 'superscript':
      return `<sup>${html}</sup>`
    case 'subscript':
      return `<sub>${html}</sub>`
    case 'code':
      return styled(look.codeInline)(html)
    default:
      return html
  }
}

/** A formula as it was drawn; as a line of text where it could not be. */
export function formulaHtml(node: NodeJson, { formulas, lost }: WeChatState): string {
  const drawing = formulas.get(formulaKey(node))
  if (drawing) return drawing
  lost.formulas++
  const text = formulaText(String(node.attrs?.latex ?? ''))
  return styled('font-style:italic;font-family:Georgia,serif')(escapeHtml(text))
}

const hrefOf = (node: NodeJson | undefined): string | null => {
  const href = node?.marks?.find(({ type }) => type === 'link')?.attrs?.href
  return typeof href === 'string' ? href : null
}

/** Articles of accounts may link to each other; any other address becomes a reference. */
function linked(href: string, html: string, text: string, state: WeChatState): string {
  const uid = linkedArticle(href)
  const address = uid ? state.articleUrl(uid) : safeUrl(href)
  if (!address || !/^https?:/i.test(address)) return html
  if (/^https?:\/\/mp\.weixin\.qq\.com\//i.test(address))
    return `<a href="${escapeHtml(address)}">${html}</a>`
  return `${html}${state.references.address(address, text)}`
}

function leaf(node: NodeJson, state: WeChatState): string {
  if (node.type === 'hardBreak') return '<br>'
  if (node.type === 'footnote') return state.references.note(inlineHtml(node.content ?? [], state))
  const bare = node.type === 'mathInline' ? formulaHtml(node, state) : escapeHtml(node.text ?? '')
  return sortedMarks(node.marks)
    .filter(({ type }) => type !== 'link')
    .reduceRight((html, mark) => wrap(mark, html, state), bare)
}

/** The text of a block; every piece carries its styles. */
export function inlineHtml(content: readonly NodeJson[], state: WeChatState): string {
  let html = ''
  for (let index = 0; index < content.length; ) {
    const href = hrefOf(content[index])
    let end = index + 1
    if (href !== null) while (end < content.length && hrefOf(content[end]) === href) end++
    const pieces = content.slice(index, end)
    const inner = pieces.map((node) => leaf(node, state)).join('')
    html += href === null ? inner : linked(href, inner, pieces.map(({ text }) => text ?? '').join(''), state)
    index = end
  }
  return html
}

import type { NodeDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { linkTarget } from '../link/link-target.ts'

/**
 * A note whose text stands where its number is; the page collects the notes at its end. One read from a published
 * page is brought into this form first, see `inlineFootnotes`.
 */
export const footnote: NodeDefinition = {
  spec: {
    group: 'inline',
    inline: true,
    atom: true,
    content: 'text*',
    parseDOM: [{ tag: 'span[data-footnote]' }],
  },
  renderHtml: (node, children, { footnotes, notesInPlace, complete }) => {
    if (notesInPlace) return `<span data-footnote="">${children}</span>`
    const number = footnotes.push(children)
    const href = complete ? linkTarget(node.marks?.find(({ type }) => type === 'link')?.attrs?.href) : null
    const link = href === null ? '' : ` data-link="${escapeHtml(href)}"`
    return `<sup class="footnote-ref"${link}><a href="#fn-${number}" id="fnref-${number}" role="doc-noteref">${number}</a></sup>`
  },
}

/** The notes at the end of the page, each with the way back to where it belongs. */
export function renderFootnotes(footnotes: readonly string[]): string {
  if (footnotes.length === 0) return ''
  const items = footnotes.map((children, index) => {
    const number = index + 1
    return `<li id="fn-${number}">${children} <a class="footnote-back" href="#fnref-${number}" role="doc-backlink" aria-label="↩ ${number}">↩</a></li>\n`
  })
  return `<section class="footnotes" role="doc-endnotes">\n<ol>\n${items.join('')}</ol>\n</section>\n`
}

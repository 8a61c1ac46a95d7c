import type { NodeDefinition, RenderState } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'

const attrs = { latex: { default: '', validate: 'string' } }

interface ElementLike {
  getAttribute(name: string): string | null
  textContent: string | null
}

const latexOf = (element: ElementLike) => {
  const latex = element.getAttribute('data-math')?.trim() ?? ''
  return latex || !element.textContent?.trim() ? { latex } : false
}

/** The formula as MathML where it can be made; else as it is written. */
const content = (latex: string, display: boolean, state: RenderState) =>
  latex === '' ? '' : (state.math?.(latex, display) ?? `<code>${escapeHtml(latex)}</code>`)

export const mathInline: NodeDefinition = {
  spec: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs,
    parseDOM: [{ tag: 'span[data-math]', getAttrs: latexOf }],
  },
  renderHtml: (node, _children, state) => {
    const latex = String(node.attrs?.latex ?? '')
    if (latex === '' && !state.complete) return ''
    return `<span class="math" data-math="${escapeHtml(latex)}">${content(latex, false, state)}</span>`
  },
  plainText: (node) => String(node.attrs?.latex ?? ''),
}

export const mathBlock: NodeDefinition = {
  spec: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs,
    parseDOM: [{ tag: 'div[data-math]', getAttrs: latexOf }],
  },
  renderHtml: (node, _children, state) => {
    const latex = String(node.attrs?.latex ?? '')
    if (latex === '' && !state.complete) return ''
    return `<div class="math" data-math="${escapeHtml(latex)}">${content(latex, true, state)}</div>\n`
  },
  plainText: (node) => String(node.attrs?.latex ?? ''),
}

import type { NodeDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'

const language = /^[a-z0-9+#._-]{1,30}$/i

/** Null unless it is a plain name: it becomes a class and, later, a choice of highlighter. */
export const codeLanguage = (value: unknown): string | null =>
  typeof value === 'string' && language.test(value) ? value.toLowerCase() : null

export const codeBlock: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'text*',
    marks: 'comment insertion deletion',
    code: true,
    defining: true,
    attrs: {
      language: {
        default: null,
        validate: (value) => {
          if (value !== null && codeLanguage(value) === null) throw new RangeError('code language')
        },
      },
    },
    parseDOM: [
      {
        tag: 'pre',
        preserveWhitespace: 'full',
        getAttrs: (element) => {
          const names = `${element.className} ${element.querySelector('code')?.className ?? ''}`
          return { language: codeLanguage(/\blang(?:uage)?-(\S+)/.exec(names)?.[1]) }
        },
      },
    ],
  },
  renderHtml: (node, children, state) => {
    const name = codeLanguage(node.attrs?.language)
    const attribute = name ? ` class="language-${escapeHtml(name)}"` : ''
    const text = node.content?.map(({ text }) => text).join('') ?? ''
    const code = (name && state.highlight?.(text, name)) ?? children
    // Browsers take a last line end for the end of the last line.
    return `<pre><code${attribute}>${code}${text.endsWith('\n') ? '\n' : ''}</code></pre>\n`
  },
}

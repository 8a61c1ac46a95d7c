import type { MarkDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { safeUrl } from '../safe-url.ts'

export const link: MarkDefinition = {
  spec: {
    inclusive: false,
    attrs: {
      href: {
        validate: (value) => {
          if (safeUrl(value) !== value) throw new RangeError('link address')
        },
      },
    },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeUrl(element.getAttribute('href'))
          return href ? { href } : false
        },
      },
    ],
  },
  renderHtml: (mark, children) => {
    const href = safeUrl(mark.attrs?.href)
    if (!href) return children
    const outside = /^https?:/i.test(href) ? ' rel="noopener"' : ''
    return `<a href="${escapeHtml(href)}"${outside}>${children}</a>`
  },
}

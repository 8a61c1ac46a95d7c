import type { MarkDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { safeUrl } from '../safe-url.ts'
import { linkedArticle, linkTarget } from './link-target.ts'

export const link: MarkDefinition = {
  spec: {
    inclusive: false,
    attrs: {
      href: {
        validate: (value) => {
          if (linkTarget(value) !== value) throw new RangeError('link address')
        },
      },
    },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = linkTarget(element.getAttribute('href'))
          return href ? { href } : false
        },
      },
    ],
  },
  renderHtml: (mark, children, state) => {
    const uid = linkedArticle(mark.attrs?.href)
    const href = uid ? (state.articleUrl?.(uid) ?? null) : safeUrl(mark.attrs?.href)
    if (!href) return children
    const outside = /^https?:/i.test(href) ? ' rel="noopener"' : ''
    return `<a href="${escapeHtml(href)}"${outside}>${children}</a>`
  },
}

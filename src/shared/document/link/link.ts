import type { MarkDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { safeUrl } from '../safe-url.ts'
import { articleHref, linkedArticle, linkTarget } from './link-target.ts'

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
  renderHtml: (mark, children) => {
    const uid = linkedArticle(mark.attrs?.href)
    // The page that the body stands in knows where the other article is; see `resolveArticleLinks`.
    if (uid) return `<a href="${articleHref(uid)}">${children}</a>`
    const href = safeUrl(mark.attrs?.href)
    if (!href) return children
    const outside = /^https?:/i.test(href) ? ' rel="noopener"' : ''
    return `<a href="${escapeHtml(href)}"${outside}>${children}</a>`
  },
}

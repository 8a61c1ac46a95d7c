import type { MarkDefinition, RenderState } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { safeUrl } from '../safe-url.ts'
import { articleHref, linkedArticle, linkTarget } from './link-target.ts'

/** A page knows where the other article is only once it is made: a body keeps the reference. */
const articleAddress = (uid: string, { articleUrl }: RenderState) =>
  articleUrl ? articleUrl(uid) : articleHref(uid)

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
    const href = uid ? articleAddress(uid, state) : safeUrl(mark.attrs?.href)
    if (!href) return children
    const outside = /^https?:/i.test(href) ? ' rel="noopener"' : ''
    return `<a href="${escapeHtml(href)}"${outside}>${children}</a>`
  },
}

import { escapeHtml } from '../escape-html.ts'
import { safeUrl } from '../safe-url.ts'

const articleAddress = /^article:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The uid in an address that names an article of the library, whatever its slug; null for any other address. */
export const linkedArticle = (href: unknown): string | null =>
  typeof href === 'string' ? (articleAddress.exec(href)?.[1] ?? null) : null

export const articleHref = (uid: string) => `article:${uid}`

/** What a link of a document may lead to: a safe address, or an article of the library. */
export const linkTarget = (href: unknown): string | null =>
  linkedArticle(href) === null ? safeUrl(href) : String(href)

/** How links to articles begin in rendered HTML. */
export const articleLink = '<a href="article:'
const reference = /<a href="article:([0-9a-f-]{36})">([\s\S]*?)<\/a>/g

/** Rendered HTML with links to articles led to where they are; text alone where there is none to read. */
export const resolveArticleLinks = (html: string, addressOf: (uid: string) => string | null): string =>
  html.includes(articleLink)
    ? html.replace(reference, (_whole, uid: string, children: string) => {
        const address = addressOf(uid)
        return address === null ? children : `<a href="${escapeHtml(address)}">${children}</a>`
      })
    : html

import { escapeHtml } from '#shared/document/escape-html.ts'
import type { CommonScope } from './blocks.ts'

/** What a page says about itself to machines. Texts are plain. */
export interface HeadFacts {
  /** With the site's name, for the browser's tab. */
  documentTitle: string
  title: string
  description: string
  canonical: string | null
  ogType: string
  /** Absolute. */
  image: string | null
  imageAlt?: string
  author?: string | null
  indexed: boolean
  newer?: string | null
  older?: string | null
  article?: { published: string; modified: string; section: string | null; tags: readonly string[] }
  /** Ready for a script element. */
  jsonLd: string | null
}

const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">\n`
const property = (name: string, content: string) =>
  `<meta property="${name}" content="${escapeHtml(content)}">\n`
const link = (rel: string, href: string) => `<link rel="${rel}" href="${escapeHtml(href)}">\n`

/**
 * The part of the head that every theme needs and none should have to write: title, description, canonical address,
 * Open Graph, feeds, structured data.
 */
export function headHtml(common: CommonScope, root: string, page: HeadFacts): string {
  const { title, description, canonical, image, article } = page
  let html = `<title>${escapeHtml(page.documentTitle)}</title>\n`
  if (description) html += meta('description', description)
  if (page.author) html += meta('author', page.author)
  if (!page.indexed) html += meta('robots', 'noindex')
  if (canonical) html += link('canonical', canonical) + property('og:url', canonical)
  html += property('og:site_name', common.site.title)
  html += property('og:locale', common.site.language.replace('-', '_'))
  html += property('og:type', page.ogType) + property('og:title', title)
  if (description) html += property('og:description', description)
  if (image) {
    html += property('og:image', image)
    if (page.imageAlt) html += property('og:image:alt', page.imageAlt)
    html += meta('twitter:card', 'summary_large_image')
  }
  if (article) {
    html += property('article:published_time', article.published)
    html += property('article:modified_time', article.modified)
    if (article.section) html += property('article:section', article.section)
    for (const tag of article.tags) html += property('article:tag', tag)
  }
  if (page.newer) html += link('prev', page.newer)
  if (page.older) html += link('next', page.older)
  for (const [type, file] of feeds)
    html += `<link rel="alternate" type="application/${type}" title="${escapeHtml(common.site.title)}" href="${escapeHtml(root)}${file}">\n`
  if (page.jsonLd) html += `<script type="application/ld+json">${page.jsonLd}</script>`
  return html
}

const feeds = [
  ['rss+xml', 'feed.xml'],
  ['atom+xml', 'atom.xml'],
  ['feed+json', 'feed.json'],
] as const

import { element, textElement, xmlDocument } from './xml.ts'

export interface SitemapEntry {
  url: string
  /** W3C date and time. */
  modified: string | null
}

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** XML of one address: `url` in a sitemap, `sitemap` in an index of them. */
export const sitemapEntry = (name: 'url' | 'sitemap', { url, modified }: SitemapEntry): string =>
  element(
    name,
    {},
    textElement('loc', new URL(url).href),
    modified !== null && textElement('lastmod', modified),
  )

/** @param entries XML */
export const sitemap = (entries: readonly string[]): string =>
  xmlDocument(element('urlset', namespace, entries.join('')))

export const sitemapIndex = (entries: readonly string[]): string =>
  xmlDocument(element('sitemapindex', namespace, entries.join('')))

export const robots = (baseUrl: string): string =>
  `User-agent: *\nDisallow: ${new URL(baseUrl).pathname}beacon.gif\n\nSitemap: ${baseUrl}sitemap.xml\n`

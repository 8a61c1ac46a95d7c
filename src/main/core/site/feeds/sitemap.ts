import { escapeHtml } from '#shared/document/escape-html.ts'
import { element, xmlDocument } from './xml.ts'

export interface SitemapEntry {
  url: string
  /** W3C date and time. */
  modified: string | null
}

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** XML of one address: `url` in a sitemap, `sitemap` in an index of them. */
export function sitemapEntry(name: 'url' | 'sitemap', { url, modified }: SitemapEntry): string {
  const loc = escapeHtml(new URL(url).href)
  const lastmod = modified === null ? [] : ['<lastmod>', modified, '</lastmod>']
  // A site has as many of these as pages. Joined they are one piece each, and quick to join again.
  return ['<', name, '><loc>', loc, '</loc>', ...lastmod, '</', name, '>'].join('')
}

/** @param entries XML */
export const sitemap = (entries: readonly string[]): string =>
  xmlDocument(element('urlset', namespace, entries.join('')))

export const sitemapIndex = (entries: readonly string[]): string =>
  xmlDocument(element('sitemapindex', namespace, entries.join('')))

export const robots = (baseUrl: string): string =>
  `User-agent: *\nDisallow: ${new URL(baseUrl).pathname}beacon.gif\n\nSitemap: ${baseUrl}sitemap.xml\n`

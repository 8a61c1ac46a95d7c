import { element, textElement, xmlDocument } from './xml.ts'

export interface SitemapEntry {
  url: string
  /** W3C date and time. */
  modified: string | null
}

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

const entry = (name: string, { url, modified }: SitemapEntry) =>
  element(
    name,
    {},
    textElement('loc', new URL(url).href),
    modified !== null && textElement('lastmod', modified),
  )

export const sitemap = (entries: readonly SitemapEntry[]): string =>
  xmlDocument(element('urlset', namespace, ...entries.map((one) => entry('url', one))))

export const sitemapIndex = (entries: readonly SitemapEntry[]): string =>
  xmlDocument(element('sitemapindex', namespace, ...entries.map((one) => entry('sitemap', one))))

export const robots = (baseUrl: string): string =>
  `User-agent: *\nDisallow: ${new URL(baseUrl).pathname}beacon.gif\n\nSitemap: ${baseUrl}sitemap.xml\n`

import type { FeedEntry } from './feed-entry.ts'
import { element, textElement, xmlDocument } from './xml.ts'

export interface FeedFacts {
  title: string
  tagline: string
  language: string
  copyright: string
  baseUrl: string
}

const rfc822 = (time: number) => new Date(time).toUTCString()

export function rssFeed(facts: FeedFacts, entries: readonly FeedEntry[]): string {
  const newest = Math.max(0, ...entries.map((entry) => entry.modified))
  const items = entries.map((entry) =>
    element(
      'item',
      {},
      textElement('title', entry.title),
      textElement('link', entry.url),
      textElement('guid', entry.id, { isPermaLink: String(entry.id === entry.url) }),
      textElement('pubDate', rfc822(entry.published)),
      entry.author && textElement('dc:creator', entry.author.name),
      ...entry.categories.map((category) => textElement('category', category)),
      entry.image && element('media:content', { url: entry.image, medium: 'image' }),
      textElement('description', entry.summary),
      textElement('content:encoded', entry.html),
    ),
  )
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element(
        'channel',
        {},
        textElement('title', facts.title),
        textElement('link', facts.baseUrl),
        element('atom:link', {
          href: `${facts.baseUrl}feed.xml`,
          rel: 'self',
          type: 'application/rss+xml',
        }),
        textElement('description', facts.tagline || facts.title),
        textElement('language', facts.language),
        facts.copyright && textElement('copyright', facts.copyright),
        newest > 0 && textElement('lastBuildDate', rfc822(newest)),
        ...items,
      ),
    ),
  )
}

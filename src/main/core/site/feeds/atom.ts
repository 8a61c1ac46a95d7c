import type { FeedEntry } from './feed-entry.ts'
import type { FeedFacts } from './rss.ts'
import { element, textElement, xmlDocument } from './xml.ts'

const iso = (time: number) => new Date(time).toISOString()

export function atomFeed(facts: FeedFacts, entries: readonly FeedEntry[]): string {
  const newest = Math.max(0, ...entries.map((entry) => entry.modified))
  const author = (entry: FeedEntry) =>
    element(
      'author',
      {},
      textElement('name', entry.author?.name ?? facts.title),
      entry.author && textElement('uri', entry.author.url),
    )
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': facts.language },
      textElement('id', facts.baseUrl),
      textElement('title', facts.title),
      facts.tagline && textElement('subtitle', facts.tagline),
      facts.copyright && textElement('rights', facts.copyright),
      element('link', { href: facts.baseUrl }),
      element('link', { href: `${facts.baseUrl}atom.xml`, rel: 'self', type: 'application/atom+xml' }),
      textElement('updated', iso(newest)),
      ...entries.map((entry) =>
        element(
          'entry',
          {},
          textElement('id', entry.id),
          textElement('title', entry.title),
          element('link', { href: entry.url }),
          textElement('published', iso(entry.published)),
          textElement('updated', iso(entry.modified)),
          author(entry),
          ...entry.categories.map((term) => element('category', { term })),
          textElement('summary', entry.summary),
          textElement('content', entry.html, { type: 'html' }),
        ),
      ),
    ),
  )
}

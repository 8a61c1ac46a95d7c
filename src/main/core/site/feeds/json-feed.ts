import type { FeedEntry } from './feed-entry.ts'
import type { FeedFacts } from './rss.ts'

const iso = (time: number) => new Date(time).toISOString()

/** JSON Feed 1.1. */
export const jsonFeed = (facts: FeedFacts, entries: readonly FeedEntry[]): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: facts.title,
      ...(facts.tagline && { description: facts.tagline }),
      home_page_url: facts.baseUrl,
      feed_url: `${facts.baseUrl}feed.json`,
      language: facts.language,
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        summary: entry.summary,
        content_html: entry.html,
        date_published: iso(entry.published),
        date_modified: iso(entry.modified),
        ...(entry.image && { image: entry.image }),
        ...(entry.author && { authors: [entry.author] }),
        ...(entry.categories.length > 0 && { tags: entry.categories }),
      })),
    },
    null,
    1,
  )}\n`

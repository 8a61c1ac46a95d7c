import { cleanText, xmlSafe } from '../clean-text.ts'
import type { LiveArticle } from '../live-article.ts'
import { linkTo } from '../pages/root.ts'
import { cover, labelPath } from '../pages/view-model.ts'
import type { Snapshot } from '../snapshot.ts'

export const feedSize = 30

/** An article as every kind of feed carries it: whole, with absolute addresses. */
export interface FeedEntry {
  /** Stays when the address changes: else readers would get the article again. */
  id: string
  url: string
  title: string
  summary: string
  html: string
  published: number
  modified: number
  author: { name: string; url: string } | null
  categories: string[]
  image: string | null
}

export function feedEntry(snapshot: Snapshot, article: LiveArticle): FeedEntry {
  const { baseUrl } = snapshot.settings
  const url = baseUrl + article.path
  const byline = article.bylineId === null ? null : snapshot.label('byline', article.bylineId)
  const category = snapshot.categories.byId(article.categoryId)
  const tags = article.tagIds.flatMap((id) => snapshot.label('tag', id)?.name ?? [])
  const picture = cover(snapshot, article, baseUrl)
  return {
    id: snapshot.feedId(article.id),
    url,
    title: cleanText(article.title),
    summary: cleanText(article.excerpt),
    html: xmlSafe(absoluteLinks(snapshot.body(article.id).toString(), url)),
    published: article.publishTime,
    modified: article.modifiedAt,
    author: byline && { name: cleanText(byline.name), url: baseUrl + linkTo(labelPath('byline', byline)) },
    categories: [...(category ? [category.name] : []), ...tags].map(cleanText),
    image: picture?.url ?? null,
  }
}

/** Bodies are ours: every quote in their text is escaped, so an attribute is what looks like one. */
export const absoluteLinks = (html: string, pageUrl: string): string =>
  html.replace(/ (src|href)="([^"]*)"/g, (whole, name: string, value: string) => {
    const url = value.replaceAll('&amp;', '&')
    if (!URL.canParse(url, pageUrl)) return whole
    return ` ${name}="${new URL(url, pageUrl).href.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}"`
  })

import type { SiteCategory } from '../categories.ts'
import { cleanText } from '../clean-text.ts'
import type { LiveArticle } from '../live-article.ts'
import type { SiteLabel } from '../site-labels.ts'
import type { Snapshot } from '../snapshot.ts'
import { srcset } from './responsive-images.ts'
import { linkTo, rootMark } from './root.ts'

/** What templates are given. Every text is plain and is escaped where it is put out. */
export interface LinkModel {
  name: string
  url: string
}

export interface CoverModel {
  /** Relative to the site root. */
  path: string
  url: string
  alt: string
  width: number
  height: number
  /** Smaller forms for `source` elements, the best format first. */
  sources: { type: string; srcset: string }[]
  /** `object-position` where it is cropped; null: the middle. */
  focus: string | null
}

export interface TimeModel {
  text: string
  iso: string
}

export interface ItemModel {
  id: number
  title: string
  url: string
  excerpt: string
  category: LinkModel | null
  byline: LinkModel | null
  time: TimeModel
  views: number
  cover: CoverModel | null
}

export const categoryPath = (category: SiteCategory): string => `category/${category.slug}/index.html`
export const labelPath = (kind: 'tag' | 'byline', label: SiteLabel): string =>
  `${kind}/${label.slug}/index.html`

export const link = (name: string, path: string, root: string): LinkModel => ({
  name: cleanText(name),
  url: root + linkTo(path),
})

export const categoryLink = (category: SiteCategory, root: string): LinkModel =>
  link(category.name, categoryPath(category), root)

export function cover(snapshot: Snapshot, article: LiveArticle, root: string): CoverModel | null {
  const picture = article.cover === null ? null : snapshot.picture(article.cover)
  if (!picture) return null
  const { path, width, height, focus } = picture
  const sources = picture.sources.map(({ type, forms }) => ({ type, srcset: srcset(forms, root) }))
  return { path, url: root + path, alt: cleanText(article.coverAlt), width, height, sources, focus }
}

export const time = (snapshot: Snapshot, at: number): TimeModel => ({
  text: snapshot.dates.text(at),
  iso: snapshot.dates.iso(at),
})

/** An article as lists show it; its addresses begin with the root mark. */
export function itemModel(snapshot: Snapshot, article: LiveArticle): ItemModel {
  const category = snapshot.categories.byId(article.categoryId)
  const byline = article.bylineId === null ? null : snapshot.label('byline', article.bylineId)
  return {
    id: article.id,
    title: cleanText(article.title),
    url: rootMark + article.path,
    excerpt: cleanText(article.excerpt),
    category: category && categoryLink(category, rootMark),
    byline: byline && link(byline.name, labelPath('byline', byline), rootMark),
    time: time(snapshot, article.publishTime),
    views: snapshot.views(article.id),
    cover: cover(snapshot, article, rootMark),
  }
}

import { safeUrl } from '#shared/document/safe-url.ts'
import { cleanText } from '../clean-text.ts'
import type { ListItem } from '../indexed-article.ts'
import type { LiveArticle } from '../live-article.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Theme } from '../theme/theme.ts'
import { blockSize } from '../theme/theme-manifest.ts'
import { rootMark, withRoot } from './root.ts'
import { categoryLink, type ItemModel, itemModel } from './view-model.ts'

/** What every template sees. */
export interface CommonScope {
  site: { title: string; tagline: string; language: string; copyright: string; url: string }
  words: Readonly<Record<string, string>>
  settings: Readonly<Record<string, boolean | number | string>>
  /** Path on the site by asset name. */
  assets: Readonly<Record<string, string>>
}

export function commonScope(snapshot: Snapshot, theme: Theme): CommonScope {
  const { title, tagline, language, copyright, baseUrl } = snapshot.settings
  return {
    site: {
      title: cleanText(title),
      tagline: cleanText(tagline),
      language,
      copyright: cleanText(copyright),
      url: baseUrl,
    },
    words: theme.words(language),
    settings: theme.settings,
    assets: Object.fromEntries(theme.assets.map((asset) => [asset.name, asset.path])),
  }
}

export type PageKind = 'article' | 'home' | 'category' | 'tag' | 'byline' | 'not-found'

export type Blocks = ReturnType<typeof createBlocks>

/** Items of a list are kept for the lists that show them again; a bound on memory, not on the site. */
const mostItems = 20_000

/** Parts that many pages share, each rendered once. */
export function createBlocks(
  snapshot: Snapshot,
  theme: Theme,
  common: CommonScope,
  /** Kept with the index of the site; see `items`. */
  items: Map<number, ListItem>,
) {
  const latestCount = blockSize(theme.settings, 'latestCount', 8)
  const relatedCount = blockSize(theme.settings, 'relatedCount', 3)
  const cache = new Map<string, string>()

  /** `make` renders with the root mark. */
  const once = (name: string, root: string, make: () => string): string => {
    const key = `${name}\n${root}`
    let html = cache.get(key)
    if (html === undefined) {
      const raw = cache.get(name) ?? make()
      cache.set(name, raw)
      html = withRoot(raw, root)
      cache.set(key, html)
    }
    return html
  }

  const scope = (own: object) => ({ ...common, root: rootMark, ...own })
  const models = (articles: readonly LiveArticle[]): ItemModel[] =>
    articles.map((article) => itemModel(snapshot, article))

  let newest: readonly LiveArticle[] | undefined
  const newestArticles = () => {
    newest ??= snapshot.newest(latestCount + 1)
    return newest
  }
  const byCategory = new Map<number, readonly LiveArticle[]>()
  const relatedArticles = (categoryId: number) => {
    let list = byCategory.get(categoryId)
    if (!list) {
      list = snapshot.newestIn(categoryId, relatedCount + 1)
      byCategory.set(categoryId, list)
    }
    return list
  }
  /** The first of the list without the article itself, and a name for that choice. */
  const others = (list: readonly LiveArticle[], self: number | null, count: number) => {
    const excluded = self !== null && list.some((article) => article.id === self) ? self : null
    const chosen = excluded === null ? list : list.filter((article) => article.id !== excluded)
    return { name: String(excluded), articles: chosen.slice(0, count) }
  }

  const hotLinks = snapshot.settings.hotLinks.flatMap(({ label, url }) => {
    const href = safeUrl(url)
    const name = cleanText(label)
    return href && /^https?:/i.test(href) ? [{ name, url: href, initial: [...name][0] ?? '' }] : []
  })

  return {
    latestCount,
    relatedCount,
    hotLinks,
    newestArticles,
    relatedArticles,
    itemsOf: models,

    header: (root: string, currentTop: number | null): string =>
      once(`header ${currentTop}`, root, () =>
        theme.render(
          'header',
          scope({
            home: rootMark,
            nav: snapshot.categories.top.map((category) => ({
              ...categoryLink(category, rootMark),
              current: category.id === currentTop,
            })),
          }),
        ),
      ),

    footer: (root: string): string => once('footer', root, () => theme.render('footer', scope({}))),

    /** Hot links and the newest of the site, without the article that they stand beside. */
    aside(root: string, kind: PageKind, self: number | null): string {
      const { name, articles } = others(newestArticles(), self, latestCount)
      const latest = () => theme.render('latest', scope({ items: models(articles), limit: latestCount }))
      const links = () => theme.render('hot-links', scope({ links: hotLinks }))
      return once(`aside ${kind} ${name}`, root, () =>
        theme.render(
          'aside',
          scope({
            kind,
            latest: once(`latest ${name}`, rootMark, latest),
            hotLinks: once('hot-links', rootMark, links),
          }),
        ),
      )
    },

    related(root: string, categoryId: number | null, self: number): string {
      const category = snapshot.categories.byId(categoryId)
      if (!category) return ''
      const { name, articles } = others(relatedArticles(category.id), self, relatedCount)
      return once(`related ${category.id} ${name}`, root, () =>
        theme.render(
          'related',
          scope({
            items: models(articles),
            limit: relatedCount,
            fragment: `related/${category.slug}`,
          }),
        ),
      )
    },

    /** Items of a list; those that are rendered already without reading their articles again. */
    items(root: string, ids: readonly number[]): string {
      const html = ids.map((id) => {
        const indexed = snapshot.indexed(id)
        const known = items.get(id)
        if (known && known.article === indexed) return known.html
        const article = snapshot.article(id)
        if (!article) return ''
        const html = theme.render('item', scope({ item: itemModel(snapshot, article) }))
        if (items.size >= mostItems) items.clear()
        items.set(id, { article: indexed, html })
        return html
      })
      return withRoot(html.join(''), root)
    },
  }
}

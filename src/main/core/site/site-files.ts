import { mediaFileName, mediaFilePath, renditionFileName, renditionPath } from '../media/media-file.ts'
import { parseRenditions } from '../media/media-row.ts'
import { contentHash } from './content-hash.ts'
import { atomFeed } from './feeds/atom.ts'
import { feedEntry, feedSize } from './feeds/feed-entry.ts'
import { jsonFeed } from './feeds/json-feed.ts'
import { type FeedFacts, rssFeed } from './feeds/rss.ts'
import { robots, sitemap, sitemapEntry, sitemapIndex } from './feeds/sitemap.ts'
import { numbersPrint, printed, textPrint } from './fingerprint.ts'
import { articlesFragment, hotLinksFragment, viewsFragment } from './fragments.ts'
import type { IndexedArticle } from './indexed-article.ts'
import {
  factsOfMonth,
  filesOfMedia,
  madeOfArticle,
  mediaOfMonth,
  pagesOfList,
  viewsFile,
} from './made-of-index.ts'
import { articlePage, type Rendering } from './pages/article-page.ts'
import { listPage, listPath } from './pages/list-page.ts'
import { type ListSlice, paginate } from './pages/pagination.ts'
import { linkTo } from './pages/root.ts'
import { notFoundPage, redirectPage } from './pages/small-pages.ts'
import type { MediaRow } from './site.repository.ts'
import type { SiteFile, SiteFileKind, SitePaths } from './site-file.ts'
import { type ArticleRenderer, viewsPerFile } from './site-index.ts'
import type { SiteLabel } from './site-labels.ts'
import { type ListOf, listed } from './snapshot.ts'

const transparentPixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** A class, for there may be many: a function of its own for each would be most of what a list of files weighs. */
class ArticleFile implements SiteFile {
  readonly path: string
  readonly key: string
  held: object | undefined = undefined
  readonly #id: number
  readonly #renderer: ArticleRenderer

  constructor(path: string, key: string, id: number, renderer: ArticleRenderer) {
    this.path = path
    this.key = key
    this.#id = id
    this.#renderer = renderer
  }

  get kind(): SiteFileKind {
    return 'article'
  }

  read(): Buffer {
    return this.#renderer.render(this.#id)
  }
}

/** The files of the site: all of them with their keys, or one by its path. Both make them the same way. */
export function createFiles(rendering: Rendering, { libraryFolder }: SitePaths, renderer: ArticleRenderer) {
  const { snapshot, theme, common, blocks, siteKey } = rendering
  const { settings, categories } = snapshot
  const { baseUrl } = settings

  const file = (path: string, kind: SiteFileKind, key: string, make: () => string): SiteFile => ({
    path,
    kind,
    key,
    read: () => Buffer.from(make()),
  })
  /** For small files: the key is that of the content. */
  const small = (path: string, kind: SiteFileKind, content: string): SiteFile =>
    file(path, kind, contentHash(content), () => content)

  const assets = (): SiteFile[] => [
    ...theme.assets.map(
      ({ path, content }): SiteFile => ({
        path,
        kind: 'asset',
        key: contentHash(content),
        read: () => content,
      }),
    ),
    { path: 'beacon.gif', kind: 'asset', key: contentHash(transparentPixel), read: () => transparentPixel },
  ]

  /** Forms of an animation are for the desk's own lists. */
  const renditionFiles = ({ id, renditions, animated }: MediaRow): SiteFile[] =>
    (animated === 1 ? [] : parseRenditions(renditions)).map((form) => {
      const name = renditionFileName(id, form)
      return {
        path: `media/${name}`,
        kind: 'media',
        key: name,
        read: () => ({ copyFrom: renditionPath(libraryFolder, id, form) }),
      }
    })

  const mediaFile = ({ id, mime }: MediaRow): SiteFile => ({
    path: `media/${mediaFileName(id, mime)}`,
    kind: 'media',
    key: id,
    read: () => ({ copyFrom: mediaFilePath(libraryFolder, id, mime) }),
  })

  const mediaFiles = (row: MediaRow) =>
    filesOfMedia(row, libraryFolder, () => [mediaFile(row), ...renditionFiles(row)])

  function usedMedia(): SiteFile[] {
    const used = new Map<string, MediaRow>()
    for (const month of snapshot.load().lists.month.values())
      for (const row of mediaOfMonth(month)) used.set(row.id, row)
    return [...used.values()].flatMap(mediaFiles)
  }

  /** Where the links of a page lead. */
  const linksKey = ({ linkIds }: IndexedArticle): string => {
    if (linkIds.length === 0) return ''
    const paths = linkIds.map((id) => (id === null ? undefined : snapshot.load().get(id)?.path) ?? '')
    return printed(numbersPrint(paths.map(textPrint)))
  }
  const pageKey = (article: IndexedArticle): string => madeOfArticle(article, siteKey).key + linksKey(article)

  function articleFile(article: IndexedArticle): SiteFile {
    const made = madeOfArticle(article, siteKey)
    const key = pageKey(article)
    if (made.file?.key !== key) made.file = new ArticleFile(article.path, key, article.id, renderer)
    return made.file
  }

  const renderArticle = (id: number): Buffer => {
    const article = snapshot.article(id)
    if (!article) throw new Error(`article ${id} left the site while it was rendered`)
    return articlePage(rendering, article, snapshot.body(id), snapshot.views(id))
  }

  const listFile = (
    list: ListOf,
    path: string,
    key: string,
    slice: () => ListSlice,
    total: number,
  ): SiteFile => file(path, 'list', key, () => listPage(rendering, list, slice(), total))

  function listFiles(list: ListOf): SiteFile[] {
    const articles = listed(snapshot.load(), list)
    const ownKey = siteKey + printed(textPrint(`${settings.pageSize} ${listOwnKey(list)}`))
    const pages = pagesOfList(articles, ownKey, settings.pageSize, (number) => listPath(list, number))
    return pages.map(({ slice, path, key }) => {
      const ids = () => ({ ...slice, items: slice.items.map(({ id }) => id) })
      return listFile(list, path, key, ids, articles.length)
    })
  }

  const listOwnKey = (list: ListOf): string => {
    if (list.kind === 'home') return 'home'
    if (list.kind !== 'category') return `${list.kind} ${list.label.key}`
    const children = list.category.children.map((child) => child.key).join('\u0001')
    return `category ${list.category.key}\u0001${list.category.description}\u0001${children}`
  }

  const newestFirst = () => listed(snapshot.load(), { kind: 'home' })

  const lists = (): ListOf[] => [
    { kind: 'home' },
    ...categories.all.map((category): ListOf => ({ kind: 'category', category })),
    ...snapshot.liveLabels('tag').map((label): ListOf => ({ kind: 'tag', label })),
    ...snapshot.liveLabels('byline').map((label): ListOf => ({ kind: 'byline', label })),
  ]

  const notFound = (): SiteFile => file('404.html', 'list', `${siteKey}404`, () => notFoundPage(rendering))

  const redirectFile = (path: string, to: string): SiteFile =>
    file(path, 'redirect', siteKey + printed(textPrint(to)), () => redirectPage(rendering, path, to))

  const feedFacts: FeedFacts = { ...common.site, baseUrl }
  const feedNames = ['feed.xml', 'atom.xml', 'feed.json']
  const feedMakers = [rssFeed, atomFeed, jsonFeed]
  const feedText = (index: number) =>
    feedMakers[index]?.(
      feedFacts,
      snapshot.newest(feedSize).map((article) => feedEntry(snapshot, article)),
    ) ?? ''

  const entryOf = (article: IndexedArticle): string => {
    const made = madeOfArticle(article, siteKey)
    made.sitemapEntry ??= sitemapEntry('url', {
      url: baseUrl + article.path,
      modified: snapshot.dates.iso(article.modifiedAt),
    })
    return made.sitemapEntry
  }

  function sitemaps(): SiteFile[] {
    const months = [...snapshot.load().lists.month].sort(([a], [b]) => b - a)
    const pages = lists().map((list) =>
      sitemapEntry('url', { url: baseUrl + linkTo(listPath(list, null)), modified: null }),
    )
    const index = [sitemapEntry('sitemap', { url: `${baseUrl}sitemaps/pages.xml`, modified: null })]
    const monthly = months.map(([month, articles]) => {
      const path = `sitemaps/${String(month)
        .padStart(6, '0')
        .replace(/(?=..$)/, '-')}.xml`
      const { print, modifiedAt } = factsOfMonth(articles)
      index.push(sitemapEntry('sitemap', { url: baseUrl + path, modified: snapshot.dates.iso(modifiedAt) }))
      return file(path, 'feed', siteKey + printed(print), () => sitemap(articles.map(entryOf)))
    })
    return [
      ...monthly,
      small('sitemaps/pages.xml', 'feed', sitemap(pages)),
      small('sitemap.xml', 'feed', sitemapIndex(index)),
    ]
  }

  function feeds(): SiteFile[] {
    let key = siteKey
    for (const article of newestFirst().slice(0, feedSize)) key += pageKey(article)
    const hashed = contentHash(key)
    return [
      ...feedNames.map((path, index) => file(path, 'feed', hashed, () => feedText(index))),
      ...sitemaps(),
      small('robots.txt', 'feed', robots(baseUrl)),
    ]
  }

  const newestFragment = () => articlesFragment(blocks, blocks.newestArticles())
  const relatedFragment = (categoryId: number) => articlesFragment(blocks, blocks.relatedArticles(categoryId))

  function fragments(): SiteFile[] {
    const buckets = [...snapshot.load().lists.views].sort(([a], [b]) => a - b)
    return [
      ...buckets.map(([bucket, articles]): SiteFile => {
        const { key, content } = viewsFile(articles)
        return file(`fragments/views/${bucket}.json`, 'fragment', key, () => content)
      }),
      ...categories.all.map((category) =>
        small(`fragments/related/${category.slug}.json`, 'fragment', relatedFragment(category.id)),
      ),
      small('fragments/newest.json', 'fragment', newestFragment()),
      small('fragments/hot-links.json', 'fragment', hotLinksFragment(blocks)),
    ]
  }

  /** In the order of sending, so that no page goes out before what it needs. */
  function all(): SiteFile[] {
    renderer.render = renderArticle
    const files = [...assets(), ...usedMedia()]
    for (const article of newestFirst()) files.push(articleFile(article))
    for (const { path, to } of snapshot.redirects()) files.push(redirectFile(path, to))
    for (const list of lists()) files.push(...listFiles(list))
    files.push(notFound(), ...feeds(), ...fragments())
    return files
  }

  function findList(path: string): SiteFile | null {
    const match =
      /^(?:(category|tag|byline)\/([a-z0-9-]+)\/)?(?:index\.html|page\/([1-9]\d{0,8})\.html)$/.exec(path)
    if (!match) return null
    const [, kind, slug = '', digits] = match
    const list = kind === undefined ? ({ kind: 'home' } as const) : listBySlug(kind, slug)
    if (!list) return null
    const ids = snapshot.ids(list)
    const number = digits === undefined ? null : Number(digits)
    const slice = paginate(ids, settings.pageSize).find((one) => one.number === number)
    return slice ? listFile(list, path, '', () => slice, ids.length) : null
  }

  function listBySlug(kind: string, slug: string): ListOf | null {
    if (kind === 'category') {
      const category = categories.bySlug(slug)
      return category && { kind, category }
    }
    const label: SiteLabel | null = snapshot.labelBySlug(kind as 'tag' | 'byline', slug)
    return label && { kind: kind as 'tag' | 'byline', label }
  }

  function findFragment(path: string): SiteFile | null {
    const name = path.slice('fragments/'.length)
    if (name === 'newest.json') return small(path, 'fragment', newestFragment())
    if (name === 'hot-links.json') return small(path, 'fragment', hotLinksFragment(blocks))
    const bucket = /^views\/(\d{1,9})\.json$/.exec(name)?.[1]
    if (bucket !== undefined) return small(path, 'fragment', viewsFragment(viewsIn(Number(bucket))))
    const category = categories.bySlug(/^related\/([a-z0-9-]+)\.json$/.exec(name)?.[1] ?? '')
    return category && small(path, 'fragment', relatedFragment(category.id))
  }

  const viewsIn = (bucket: number): [number, number][] => {
    const views: [number, number][] = []
    for (let id = bucket * viewsPerFile; id < (bucket + 1) * viewsPerFile; id++)
      if (snapshot.article(id)) views.push([id, snapshot.views(id)])
    return views
  }

  function findMedia(path: string): SiteFile | null {
    const [, id = ''] = /^media\/([0-9a-f]{64})[.-]/.exec(path) ?? []
    const media = id ? snapshot.media(id) : null
    const files = media ? mediaFiles(media) : []
    return files.find((file) => file.path === path) ?? null
  }

  /** The file at a path, without making the list of all. A folder is its index.html. */
  function find(asked: string): SiteFile | null {
    const path = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked
    if (path.startsWith('media/')) return findMedia(path)
    if (path.startsWith('fragments/')) return findFragment(path)
    if (path === '404.html') return notFound()
    const id = snapshot.idByPath(path)
    const article = id === undefined ? undefined : snapshot.article(id)
    if (article) return { path, kind: 'article', key: '', read: () => renderArticle(article.id) }
    const moved = snapshot.redirect(path)
    return (
      assets().find((asset) => asset.path === path) ??
      findList(path) ??
      (moved === null ? null : redirectFile(path, moved)) ??
      (/^(feed\.|atom\.|sitemap|robots)/.test(path)
        ? (feeds().find((feed) => feed.path === path) ?? null)
        : null)
    )
  }

  return { all, find }
}

import { mediaFileName, mediaFilePath, renditionFileName, renditionPath } from '../media/media-file.ts'
import { parseRenditions } from '../media/media-row.ts'
import { contentHash } from './content-hash.ts'
import { atomFeed } from './feeds/atom.ts'
import { feedEntry, feedSize } from './feeds/feed-entry.ts'
import { jsonFeed } from './feeds/json-feed.ts'
import { type FeedFacts, rssFeed } from './feeds/rss.ts'
import { robots, sitemap, sitemapIndex } from './feeds/sitemap.ts'
import { numbersPrint, printed, textPrint } from './fingerprint.ts'
import { articlesFragment, hotLinksFragment, viewsBucket, viewsFragment, viewsPerFile } from './fragments.ts'
import type { ArticleFacts } from './load-site.ts'
import { articlePage, type Rendering } from './pages/article-page.ts'
import { listPage, listPath } from './pages/list-page.ts'
import { type ListSlice, paginate } from './pages/pagination.ts'
import { linkTo } from './pages/root.ts'
import { notFoundPage, redirectPage } from './pages/small-pages.ts'
import type { MediaRow } from './site.repository.ts'
import type { SiteFile, SiteFileKind, SitePaths } from './site-file.ts'
import type { SiteLabel } from './site-labels.ts'
import type { ListOf } from './snapshot.ts'

/** Raise it when the same content makes other pages: what is published before is then made again. */
const rendererVersion = '1'

const transparentPixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** The files of the site: all of them with their keys, or one by its path. Both make them the same way. */
export function createFiles(rendering: Rendering, { libraryFolder }: SitePaths) {
  const { snapshot, theme, common, blocks } = rendering
  const { settings, categories } = snapshot
  const { baseUrl } = settings

  const siteKey = printed(
    textPrint(
      JSON.stringify([
        rendererVersion,
        theme.hash,
        common.site,
        settings.timeZone,
        categories.top.map((category) => category.key),
      ]),
    ),
  )

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

  const labelPrints = { tag: new Map<number, number>(), byline: new Map<number, number>() }
  const labelPrint = (kind: 'tag' | 'byline', id: number): number => {
    let print = labelPrints[kind].get(id)
    if (print === undefined) {
      print = textPrint(snapshot.label(kind, id)?.key ?? '')
      labelPrints[kind].set(id, print)
    }
    return print
  }
  const categoryPrints = new Map(categories.all.map(({ id, key }) => [id, textPrint(key)]))
  /** What a mention of the article in a list depends on. */
  const listPrint = (facts: ArticleFacts): number => {
    const numbers = [
      Number.parseInt(facts.listHash.slice(0, 13), 16),
      categoryPrints.get(facts.categoryId ?? 0) ?? 0,
      facts.bylineId === null ? 0 : labelPrint('byline', facts.bylineId),
    ]
    const cover = snapshot.picturePrints().cover(facts.id)
    if (cover !== 0) numbers.push(cover)
    return numbersPrint(numbers)
  }
  const wholeKey = (facts: ArticleFacts, tagIds: readonly number[]): string => {
    const numbers = [listPrint(facts), facts.modifiedAt]
    for (const id of tagIds) numbers.push(labelPrint('tag', id))
    for (const id of snapshot.linksOf(facts.id)) numbers.push(textPrint(snapshot.article(id)?.path ?? ''))
    const body = snapshot.picturePrints().body(facts.id)
    if (body !== 0) numbers.push(body)
    return facts.pageHash + printed(numbersPrint(numbers))
  }

  const articleFile = (facts: ArticleFacts, tagIds: readonly number[]): SiteFile =>
    file(facts.path, 'article', siteKey + wholeKey(facts, tagIds), () => {
      const article = snapshot.article(facts.id)
      if (!article) throw new Error(`article ${facts.id} left the site while it was rendered`)
      return articlePage(rendering, article, snapshot.body(facts.id), snapshot.views(facts.id))
    })

  const listFile = (list: ListOf, slice: ListSlice, total: number, key: () => string): SiteFile =>
    file(listPath(list, slice.number), 'list', key(), () => listPage(rendering, list, slice, total))

  function listFiles(list: ListOf, printOf: (id: number) => number): SiteFile[] {
    const ids = snapshot.ids(list)
    const ownKey = siteKey + printed(textPrint(listOwnKey(list)))
    return paginate(ids, settings.pageSize).map((slice) =>
      listFile(list, slice, ids.length, () => {
        const numbers = [slice.number ?? 0, slice.newer ?? 0, slice.older ?? 0]
        if (slice.number === null) numbers.push(ids.length)
        for (const id of slice.ids) numbers.push(printOf(id))
        return ownKey + printed(numbersPrint(numbers))
      }),
    )
  }

  const listOwnKey = (list: ListOf): string => {
    if (list.kind === 'home') return 'home'
    if (list.kind !== 'category') return `${list.kind} ${list.label.key}`
    const children = list.category.children.map((child) => child.key).join('\u0001')
    return `category ${list.category.key}\u0001${list.category.description}\u0001${children}`
  }

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

  /** yyyy-mm, from the article's address. */
  const month = (facts: ArticleFacts) => facts.path.slice(0, 7).replace('/', '-')

  function sitemaps(): SiteFile[] {
    const months = Map.groupBy(snapshot.facts(), month)
    const newest = (list: readonly ArticleFacts[]) =>
      list.reduce((latest, { modifiedAt }) => Math.max(latest, modifiedAt), 0)
    const pages = lists().map((list) => ({ url: baseUrl + linkTo(listPath(list, null)), modified: null }))
    const monthly = [...months].map(([name, list]) => {
      const numbers: number[] = []
      // The address is part of what lists show.
      for (const facts of list) numbers.push(listPrint(facts), facts.modifiedAt)
      return file(`sitemaps/${name}.xml`, 'feed', siteKey + printed(numbersPrint(numbers)), () =>
        sitemap(
          list.map(({ path, modifiedAt }) => ({
            url: baseUrl + path,
            modified: snapshot.dates.iso(modifiedAt),
          })),
        ),
      )
    })
    const index = [
      { url: `${baseUrl}sitemaps/pages.xml`, modified: null },
      ...[...months].map(([name, list]) => ({
        url: `${baseUrl}sitemaps/${name}.xml`,
        modified: snapshot.dates.iso(newest(list)),
      })),
    ]
    return [
      ...monthly,
      small('sitemaps/pages.xml', 'feed', sitemap(pages)),
      small('sitemap.xml', 'feed', sitemapIndex(index)),
    ]
  }

  function feeds(): SiteFile[] {
    let key = siteKey
    for (const facts of snapshot.facts().slice(0, feedSize)) key += wholeKey(facts, snapshot.tagsOf(facts.id))
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
    const buckets = new Map<number, [number, number][]>()
    for (const { id } of snapshot.facts()) {
      const bucket = viewsBucket(id)
      const list = buckets.get(bucket)
      if (list) list.push([id, snapshot.views(id)])
      else buckets.set(bucket, [[id, snapshot.views(id)]])
    }
    return [
      ...[...buckets]
        .sort(([a], [b]) => a - b)
        .map(([bucket, views]) =>
          small(`fragments/views/${bucket}.json`, 'fragment', viewsFragment(views.sort(([a], [b]) => a - b))),
        ),
      ...categories.all.map((category) =>
        small(`fragments/related/${category.slug}.json`, 'fragment', relatedFragment(category.id)),
      ),
      small('fragments/newest.json', 'fragment', newestFragment()),
      small('fragments/hot-links.json', 'fragment', hotLinksFragment(blocks)),
    ]
  }

  /** In the order of sending, so that no page goes out before what it needs. */
  function all(): SiteFile[] {
    const facts = snapshot.facts()
    const prints = new Map<number, number>()
    for (const entry of facts) prints.set(entry.id, listPrint(entry))
    const printOf = (id: number) => prints.get(id) ?? 0
    const files = [
      ...assets(),
      ...snapshot.usedMedia().flatMap((media) => [mediaFile(media), ...renditionFiles(media)]),
    ]
    for (const entry of facts) files.push(articleFile(entry, snapshot.tagsOf(entry.id)))
    for (const { path, to } of snapshot.redirects()) files.push(redirectFile(path, to))
    for (const list of lists()) files.push(...listFiles(list, printOf))
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
    return slice ? listFile(list, slice, ids.length, () => '') : null
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
    const files = media ? [mediaFile(media), ...renditionFiles(media)] : []
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
    if (article) return articleFile(article, article.tagIds)
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

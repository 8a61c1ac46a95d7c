import type { SiteSettings } from '#shared/contract/settings.ts'
import { type SiteCategories, type SiteCategory, siteCategories, withDescendants } from './categories.ts'
import { type Draft, pinnedDrafts } from './draft.ts'
import { type IndexedArticle, indexArticle, newerFirst } from './indexed-article.ts'
import { fromRow, type LiveArticle, toLiveArticle } from './live-article.ts'
import type { LabelKind, MediaRow, SiteRepository } from './site.repository.ts'
import { type SiteDates, siteDates } from './site-dates.ts'
import type { SiteChange } from './site-file.ts'
import { createSiteIndex, type LoadedSite, type SiteIndex } from './site-index.ts'
import { type SiteLabel, siteLabels } from './site-labels.ts'
import { type SitePicture, sitePicture } from './site-picture.ts'

export type ListOf =
  | { kind: 'home' }
  | { kind: 'category'; category: SiteCategory }
  | { kind: 'tag'; label: SiteLabel }
  | { kind: 'byline'; label: SiteLabel }

/** The published site with a change over it, as rendering sees it. Reads as little as a page needs. */
export interface Snapshot {
  readonly settings: SiteSettings
  readonly dates: SiteDates
  readonly categories: SiteCategories
  label(kind: LabelKind, id: number): SiteLabel | null
  labelBySlug(kind: LabelKind, slug: string): SiteLabel | null
  article(id: number): LiveArticle | undefined
  /** HTML in UTF-8. */
  body(id: number): Buffer
  /** Pictures in the body of an article that the change publishes. */
  bodyMediaOf(id: number): readonly string[]
  /** Articles that the body of an article of the change links to, by uid. */
  bodyLinksOf(id: number): readonly string[]
  /** Where the article of that uid is; undefined while it is not on the site. */
  pathOfUid(uid: string): string | undefined
  /** What feeds call an article, wherever it moves. */
  feedId(id: number): string
  idByPath(path: string): number | undefined
  /** Newest first, of the whole site or of one category without those below it. */
  newest(limit: number): LiveArticle[]
  newestIn(categoryId: number, limit: number): LiveArticle[]
  /** Everything at once. From then on memory answers where it can. */
  load(): LoadedSite
  /** Undefined too while nothing is loaded. */
  indexed(id: number): IndexedArticle | undefined
  /** The articles of a list, newest first. */
  ids(list: ListOf): readonly number[]
  liveLabels(kind: LabelKind): SiteLabel[]
  views(id: number): number
  media(id: string): MediaRow | null
  picture(id: string): SitePicture | null
  /** Old addresses and what stands there now, without those that a page has taken again. */
  redirects(): { path: string; to: string }[]
  redirect(path: string): string | null
  /** What the content would be on the site if it were published at the moment of the snapshot. */
  wouldBe(id: number, draft: Draft): LiveArticle
}

export function createSnapshot(
  repository: SiteRepository,
  settings: SiteSettings,
  change: SiteChange,
  index: SiteIndex = createSiteIndex(repository),
): Snapshot {
  const dates = siteDates(settings.timeZone)
  const categories = siteCategories(repository.categories.all())
  const labels = siteLabels(repository)

  const live = (id: number, tagIds?: readonly number[]): LiveArticle | undefined => {
    const row = repository.live.get(id)
    return row && fromRow(row, tagIds ?? repository.liveTags.all(id))
  }

  const drafts = pinnedDrafts(repository, change.publish)
  const published = change.publish.map(({ articleId }) => articleId)
  const gone = new Set<number>([...change.withdraw, ...published])
  const added = new Map<number, LiveArticle>()
  const addedMedia = new Map<number, string[]>()
  const addedLinks = new Map<number, string[]>()
  const addedPaths = new Map<string, number>()

  const toLive = (id: number, draft: Draft): LiveArticle => {
    const { content } = draft
    const known = categories.byId(content.categoryId)
    const filed = known ?? categories.byId(repository.storedCategory.get(id) ?? null)
    return toLiveArticle(id, draft, {
      now: change.now,
      previous: live(id),
      // The category of a pinned revision may have been merged into another since: follow the article.
      categoryId: content.categoryId === null ? null : (filed?.id ?? null),
      bylineId: content.byline.trim() ? labels.byName('byline', content.byline.trim()).id : null,
      tagIds: [...new Set(content.tags.map((name) => labels.byName('tag', name).id))],
      folder: dates.folder,
      taken(path) {
        const owner = addedPaths.get(path) ?? repository.liveByPath.get(path)
        return owner !== undefined && owner !== id && (addedPaths.has(path) || !gone.has(owner))
      },
    })
  }

  for (const id of published) {
    const pinned = drafts.get(id)
    const article = toLive(id, pinned)
    added.set(id, article)
    addedPaths.set(article.path, id)
    const media = pinned.media()
    if (media.length > 0) addedMedia.set(id, media)
    const links = pinned.links()
    if (links.length > 0) addedLinks.set(id, links)
  }
  const addedNewestFirst = [...added.values()].sort(newerFirst)

  let loaded: LoadedSite | undefined
  const article = (id: number) =>
    added.get(id) ?? (gone.has(id) ? undefined : live(id, loaded?.get(id)?.tagIds))

  /** The first of `stored` that stay, with what the change adds in their places. */
  const merge = (
    stored: Iterable<number>,
    belongs: (article: LiveArticle) => boolean,
    limit: number,
  ): LiveArticle[] => {
    const found: LiveArticle[] = addedNewestFirst.filter(belongs).slice(0, limit)
    let kept = 0
    for (const id of stored) {
      if (kept === limit) break
      if (gone.has(id)) continue
      found.push(live(id) as LiveArticle)
      kept++
    }
    return found.sort(newerFirst).slice(0, limit)
  }

  function load(): LoadedSite {
    if (loaded) return loaded
    const context = { categories, label: labels.byId }
    const indexed = addedNewestFirst.map((entry) =>
      indexArticle(
        entry,
        {
          views: repository.views.get(entry.id) ?? 0,
          // In the order in which the library will have them.
          linkIds: (addedLinks.get(entry.id) ?? [])
            .toSorted()
            .map((uid) => repository.idByUid.get(uid) ?? null),
          cover: entry.cover === null ? null : media(entry.cover),
          pictures: (addedMedia.get(entry.id) ?? []).flatMap((id) => media(id) ?? []),
        },
        context,
      ),
    )
    loaded = index.current(context, { gone, added: indexed })
    return loaded
  }

  function storedIds(list: ListOf): number[] {
    switch (list.kind) {
      case 'home':
        return repository.newest.all()
      case 'category': {
        const { id, children } = list.category
        if (children.length === 0) return repository.newestInCategory.all(id)
        const below = withDescendants(list.category).map((category) => category.id)
        return repository.newestInCategories.all(JSON.stringify(below))
      }
      case 'tag':
        return repository.newestOfTag.all(list.label.id)
      case 'byline':
        return repository.newestOfByline.all(list.label.id)
    }
  }

  function ids(list: ListOf): readonly number[] {
    if (!loaded && added.size === 0) return storedIds(list).filter((id) => !gone.has(id))
    return listed(load(), list).map(({ id }) => id)
  }

  const taken = (path: string) => addedPaths.has(path) || liveAt(path) !== undefined || isList(path)
  const liveAt = (path: string): number | undefined => {
    const added = addedPaths.get(path)
    if (added !== undefined) return added
    const id = repository.liveByPath.get(path)
    return id !== undefined && !gone.has(id) ? id : undefined
  }

  const pageOf = (kind: string, id: number): string | null => {
    if (kind === 'article') return (loaded ?? { get: article }).get(id)?.path ?? null
    if (kind === 'category') {
      const category = categories.byId(id)
      return category && `category/${category.slug}/index.html`
    }
    const label = labels.byId(kind as LabelKind, id)
    return label && hasPage(kind as LabelKind, label) ? `${kind}/${label.slug}/index.html` : null
  }

  /** Tags and bylines have a page as long as an article on the site carries them. */
  const hasPage = (kind: LabelKind, label: SiteLabel): boolean =>
    loaded ? loaded.lists[kind].has(label.id) : ids({ kind, label }).length > 0

  /** A new category, tag or byline may have taken the address of one that was merged. */
  const isList = (path: string): boolean => {
    const [, kind, slug = ''] = /^(category|tag|byline)\/([a-z0-9-]+)\/index\.html$/.exec(path) ?? []
    if (kind === undefined) return false
    if (kind === 'category') return categories.bySlug(slug) !== null
    const label = labels.bySlug(kind as LabelKind, slug)
    return label !== null && hasPage(kind as LabelKind, label)
  }

  /** Addresses that the articles of the change leave. */
  const left = (): [path: string, id: number][] =>
    addedNewestFirst.flatMap((entry): [string, number][] => {
      const before = repository.live.get(entry.id)?.path
      return before !== undefined && before !== entry.path ? [[before, entry.id]] : []
    })

  const liveLabels = (kind: LabelKind): SiteLabel[] => {
    return [...load().lists[kind].keys()]
      .map((id) => labels.byId(kind, id))
      .filter((label) => label !== null)
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  }

  const media = (id: string): MediaRow | null => repository.media.get(id) ?? null
  const pictures = new Map<string, SitePicture | null>()

  return {
    settings,
    dates,
    categories,
    label: labels.byId,
    labelBySlug: labels.bySlug,
    article,
    body(id) {
      if (added.has(id)) return drafts.html(id)
      return repository.body.get(id) ?? Buffer.alloc(0)
    },
    bodyLinksOf: (id) => addedLinks.get(id) ?? [],
    pathOfUid(uid) {
      const id = repository.idByUid.get(uid)
      return id === undefined ? undefined : article(id)?.path
    },
    feedId(id) {
      const { uid, path } = repository.feedName.get(id) ?? { uid: '', path: null }
      return path === null ? `urn:uuid:${uid}` : settings.baseUrl + path
    },
    bodyMediaOf: (id) => addedMedia.get(id) ?? [],
    idByPath: liveAt,
    newest: (limit) => merge(repository.newest.iterate(), () => true, limit),
    newestIn: (categoryId, limit) =>
      merge(
        repository.newestInCategory.iterate(categoryId),
        (entry) => entry.categoryId === categoryId,
        limit,
      ),
    load,
    indexed: (id) => loaded?.get(id),
    ids,
    liveLabels,
    views: (id) => loaded?.get(id)?.views ?? repository.views.get(id) ?? 0,
    media,
    picture(id) {
      let picture = pictures.get(id)
      if (picture === undefined) {
        const row = media(id)
        picture = row && sitePicture(row)
        pictures.set(id, picture)
      }
      return picture
    },
    redirects() {
      const all = new Map<string, string>()
      const put = (path: string, kind: string, id: number) => {
        const to = pageOf(kind, id)
        if (to !== null && to !== path && !taken(path)) all.set(path, to)
      }
      for (const { path, kind, target_id } of repository.redirects.all()) put(path, kind, target_id)
      for (const [path, id] of left()) put(path, 'article', id)
      return [...all].map(([path, to]) => ({ path, to })).sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    redirect(path) {
      if (taken(path)) return null
      const row = repository.redirect.get(path)
      const to = row ? pageOf(row.kind, row.target_id) : null
      if (to !== null) return to === path ? null : to
      const moved = left().find(([before]) => before === path)
      return moved ? pageOf('article', moved[1]) : null
    },
    wouldBe: toLive,
  }
}

/** The articles of a list, newest first. */
export function listed({ lists }: LoadedSite, list: ListOf): readonly IndexedArticle[] {
  if (list.kind === 'home') return lists.all.get(0) ?? []
  return lists[list.kind].get(list.kind === 'category' ? list.category.id : list.label.id) ?? []
}

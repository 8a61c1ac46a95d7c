import type { SiteSettings } from '#shared/contract/settings.ts'
import { type SiteCategories, type SiteCategory, siteCategories, withDescendants } from './categories.ts'
import { contentHash } from './content-hash.ts'
import { type Draft, pinnedDrafts } from './draft.ts'
import { fromRow, type LiveArticle, toLiveArticle } from './live-article.ts'
import { type PicturePrints, picturePrints } from './picture-prints.ts'
import type { LabelKind, LabelRow, MediaRow, SiteRepository } from './site.repository.ts'
import { type SiteDates, siteDates } from './site-dates.ts'
import type { SiteChange } from './site-file.ts'
import { type SitePicture, sitePicture } from './site-picture.ts'

/** What keys and orders need of an article. A whole LiveArticle is one. */
export type ArticleFacts = Pick<
  LiveArticle,
  'id' | 'path' | 'publishTime' | 'modifiedAt' | 'categoryId' | 'bylineId' | 'pageHash' | 'listHash'
>

export interface SiteLabel extends LabelRow {
  readonly key: string
}

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
  /** Articles that the article's page links to. */
  linksOf(id: number): readonly number[]
  /** Where the article of that uid is; undefined while it is not on the site. */
  pathOfUid(uid: string): string | undefined
  idByPath(path: string): number | undefined
  /** Newest first, of the whole site or of one category without those below it. */
  newest(limit: number): LiveArticle[]
  newestIn(categoryId: number, limit: number): LiveArticle[]
  /** Every article, newest first. Loaded once; from then on `ids` answers from memory. */
  facts(): readonly ArticleFacts[]
  tagsOf(id: number): readonly number[]
  /** The articles of a list, newest first. */
  ids(list: ListOf): readonly number[]
  liveLabels(kind: LabelKind): SiteLabel[]
  views(id: number): number
  media(id: string): MediaRow | null
  usedMedia(): MediaRow[]
  picture(id: string): SitePicture | null
  /** What stands for the forms of an article's pictures in its keys. Loaded for the whole site at once. */
  picturePrints(): PicturePrints
  /** Old addresses and what stands there now, without those that a page has taken again. */
  redirects(): { path: string; to: string }[]
  redirect(path: string): string | null
  /** What the content would be on the site if it were published at the moment of the snapshot. */
  wouldBe(id: number, draft: Draft): LiveArticle
}

const newerFirst = (a: ArticleFacts, b: ArticleFacts) => b.publishTime - a.publishTime || b.id - a.id

export function createSnapshot(
  repository: SiteRepository,
  settings: SiteSettings,
  change: SiteChange,
): Snapshot {
  const dates = siteDates(settings.timeZone)
  const categories = siteCategories(repository.categories.all())
  const labels = createLabels(repository)

  const live = (id: number): LiveArticle | undefined => {
    const row = repository.live.get(id)
    return row && fromRow(row, repository.liveTags.all(id))
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

  const article = (id: number) => added.get(id) ?? (gone.has(id) ? undefined : live(id))

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

  let loaded: { facts: ArticleFacts[]; tags: Map<number, readonly number[]> } | undefined
  let groups: { category: Map<number, number[]>; byline: Map<number, number[]>; tag: Map<number, number[]> }

  function load() {
    if (loaded) return loaded
    let facts: ArticleFacts[] = []
    for (const row of repository.facts.all()) {
      if (gone.has(row[0])) continue
      facts.push({
        id: row[0],
        path: row[1],
        publishTime: row[2],
        modifiedAt: row[3],
        categoryId: row[4],
        bylineId: row[5],
        pageHash: row[6],
        listHash: row[7],
      })
    }
    if (added.size > 0) {
      facts = facts.concat(addedNewestFirst).sort(newerFirst)
    }
    const tags = new Map<number, number[]>()
    const positions = new Map<number, number[]>()
    for (const [id, tag, position] of repository.allTags.all()) {
      if (gone.has(id)) continue
      const list = tags.get(id)
      const places = positions.get(id)
      if (!list || !places) {
        tags.set(id, [tag])
        positions.set(id, [position])
        continue
      }
      // Rows come in the order of tag ids; sorting a handful in place is far quicker than letting SQLite do it.
      let index = places.length
      while (index > 0 && (places[index - 1] as number) > position) index--
      list.splice(index, 0, tag)
      places.splice(index, 0, position)
    }
    const allTags: Map<number, readonly number[]> = tags
    for (const entry of addedNewestFirst) allTags.set(entry.id, entry.tagIds)

    const group = <K>() => new Map<K, number[]>()
    groups = { category: group(), byline: group(), tag: group() }
    const put = (map: Map<number, number[]>, key: number, id: number) => {
      const list = map.get(key)
      if (list) list.push(id)
      else map.set(key, [id])
    }
    for (const { id, categoryId, bylineId } of facts) {
      for (const category of categories.byId(categoryId)?.chain ?? []) put(groups.category, category.id, id)
      if (bylineId !== null) put(groups.byline, bylineId, id)
      for (const tag of allTags.get(id) ?? []) put(groups.tag, tag, id)
    }
    loaded = { facts, tags: allTags }
    return loaded
  }

  function storedIds(list: ListOf): number[] {
    switch (list.kind) {
      case 'home':
        return repository.newest.all()
      case 'category': {
        const below = withDescendants(list.category)
        const lists = below.map((category) => repository.newestInCategory.all(category.id))
        return lists.length === 1 ? (lists[0] as number[]) : lists.flat()
      }
      case 'tag':
        return repository.newestOfTag.all(list.label.id)
      case 'byline':
        return repository.newestOfByline.all(list.label.id)
    }
  }

  function ids(list: ListOf): readonly number[] {
    if (loaded) {
      if (list.kind === 'home') return loaded.facts.map((facts) => facts.id)
      const key = list.kind === 'category' ? list.category.id : list.label.id
      return groups[list.kind].get(key) ?? []
    }
    // A list that several categories or a change feed has to be put in order: leave that to one place.
    if (added.size > 0 || (list.kind === 'category' && list.category.children.length > 0)) {
      load()
      return ids(list)
    }
    return storedIds(list).filter((id) => !gone.has(id))
  }

  const taken = (path: string) => addedPaths.has(path) || liveAt(path) !== undefined
  const liveAt = (path: string): number | undefined => {
    const added = addedPaths.get(path)
    if (added !== undefined) return added
    const id = repository.liveByPath.get(path)
    return id !== undefined && !gone.has(id) ? id : undefined
  }

  const pageOf = (kind: string, id: number): string | null => {
    if (kind === 'article') return article(id)?.path ?? null
    if (kind === 'category') {
      const category = categories.byId(id)
      return category && `category/${category.slug}/index.html`
    }
    const label = labels.byId(kind as LabelKind, id)
    return label && `${kind}/${label.slug}/index.html`
  }

  /** Addresses that the articles of the change leave. */
  const left = (): [path: string, id: number][] =>
    addedNewestFirst.flatMap((entry): [string, number][] => {
      const before = repository.live.get(entry.id)?.path
      return before !== undefined && before !== entry.path ? [[before, entry.id]] : []
    })

  const liveLabels = (kind: LabelKind): SiteLabel[] => {
    load()
    return [...groups[kind].keys()]
      .map((id) => labels.byId(kind, id))
      .filter((label) => label !== null)
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  }

  let liveLinks: Map<number, [number, number][]> | undefined
  function linksOf(id: number): readonly number[] {
    if (added.has(id)) return (addedLinks.get(id) ?? []).flatMap((uid) => repository.idByUid.get(uid) ?? [])
    if (!loaded) return repository.linksOf.all(id)
    liveLinks ??= Map.groupBy(repository.allLinks.all(), ([from]) => from)
    return liveLinks.get(id)?.map(([, target]) => target) ?? []
  }

  const media = (id: string): MediaRow | null => repository.media.get(id) ?? null
  const pictures = new Map<string, SitePicture | null>()
  let prints: PicturePrints | undefined
  let allViews: Map<number, number> | undefined

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
    linksOf,
    pathOfUid(uid) {
      const id = repository.idByUid.get(uid)
      return id === undefined ? undefined : article(id)?.path
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
    facts: () => load().facts,
    tagsOf: (id) => load().tags.get(id) ?? [],
    ids,
    liveLabels,
    views(id) {
      if (!loaded) return repository.views.get(id) ?? 0
      allViews ??= new Map(repository.allViews.all())
      return allViews.get(id) ?? 0
    },
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
    picturePrints() {
      prints ??= picturePrints(repository, {
        left: gone,
        covers: addedNewestFirst.flatMap(({ id, cover }) => (cover === null ? [] : [[id, cover] as const])),
        bodies: [...addedMedia].flatMap(([id, list]) => list.map((picture) => [id, picture] as const)),
      })
      return prints
    },
    usedMedia() {
      const used = new Set<string>([...addedMedia.values()].flat())
      for (const { cover } of addedNewestFirst) if (cover !== null) used.add(cover)
      for (const uses of [repository.liveCovers, repository.liveMedia])
        for (const [id, medium] of uses.all()) if (!gone.has(id)) used.add(medium)
      return [...used].sort().flatMap((id) => media(id) ?? [])
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

/** Tags and bylines, looked up as they are met. */
function createLabels(repository: SiteRepository) {
  const withKey = (row: LabelRow): SiteLabel => ({ ...row, key: `${row.slug}\u0000${row.name}` })
  const make = (kind: LabelKind) => {
    const ids = new Map<number, SiteLabel | null>()
    const names = new Map<string, SiteLabel>()
    const statements = repository.labels[kind]
    const keep = (label: SiteLabel): SiteLabel => {
      const existing = ids.get(label.id)
      if (existing) return existing
      ids.set(label.id, label)
      return label
    }
    return { ids, names, statements, keep }
  }
  const kinds = { tag: make('tag'), byline: make('byline') }

  return {
    byId(kind: LabelKind, id: number): SiteLabel | null {
      const { ids, statements } = kinds[kind]
      let label = ids.get(id)
      if (label === undefined) {
        const row = statements.byId.get(id)
        label = row ? withKey(row) : null
        ids.set(id, label)
      }
      return label
    },
    /**
     * The label of that name. One that a pinned revision names and the library has lost since gets a negative id and
     * a slug made of its name, which it keeps when the change is confirmed.
     */
    byName(kind: LabelKind, name: string): SiteLabel {
      const { ids, names, statements, keep } = kinds[kind]
      let label = names.get(name)
      if (!label) {
        const row = statements.byName.get(name)
        label = keep(
          withKey(row ?? { id: -1 - ids.size, name, slug: `${kind}-${contentHash(name).slice(0, 10)}` }),
        )
        names.set(name, label)
      }
      return label
    },
    bySlug(kind: LabelKind, slug: string): SiteLabel | null {
      const { statements, keep, ids } = kinds[kind]
      const row = statements.bySlug.get(slug)
      if (row) return keep(withKey(row))
      for (const label of ids.values()) if (label && label.slug === slug) return label
      return null
    },
  }
}

import {
  type IndexContext,
  type IndexedArticle,
  indexArticle,
  type ListItem,
  newerFirst,
} from './indexed-article.ts'
import type { FactsRow, MediaRow, SiteRepository } from './site.repository.ts'

/**
 * Lists that the site is made of, by what their number means: nothing for all, the id of a category (with what is
 * below it), byline or tag, yyyymm of the address, or the bucket of the fragment of views.
 */
export type IndexList = 'all' | 'category' | 'byline' | 'tag' | 'month' | 'views'

type Lists = Readonly<Record<IndexList, ReadonlyMap<number, readonly IndexedArticle[]>>>

/** The whole site in memory. */
export interface LoadedSite {
  get(id: number): IndexedArticle | undefined
  /** Newest first. A list that a change does not touch stays the same array: what is made of it can be kept by it. */
  readonly lists: Lists
}

const names: readonly IndexList[] = ['all', 'category', 'byline', 'tag', 'month', 'views']
const nothing: Lists = {
  all: new Map(),
  category: new Map(),
  byline: new Map(),
  tag: new Map(),
  month: new Map(),
  views: new Map(),
}

/** View counts of so many articles share a file: a new count changes a small one, and a page needs few of them. */
export const viewsPerFile = 256
export const viewsBucket = (id: number): number => Math.floor(id / viewsPerFile)

/** Renders the pages of articles as the site has them whose list of files was made last. */
export interface ArticleRenderer {
  render(id: number): Buffer
}

/** In `live_changes`: anything may have changed. */
const everything = 0

export type SiteIndex = ReturnType<typeof createSiteIndex>

/**
 * Keeps what is on the site in memory and reads again only what changed since: between two deploys that is seldom more
 * than a few articles. Of one connection; whoever reads for long does so in a transaction.
 */
export function createSiteIndex(repository: SiteRepository) {
  let seen: number | undefined
  const articles = new Map<number, IndexedArticle>()
  let lists = nothing
  const items = new Map<number, ListItem>()
  let itemsKey = ''
  const renderer: ArticleRenderer = {
    render() {
      throw new Error('no list of files was made')
    },
  }

  function read(ids: readonly number[] | null, context: IndexContext): IndexedArticle[] {
    const rows = ids ? repository.facts.of(ids) : repository.facts.all()
    const tags = tagsByArticle(ids ? repository.indexTags.of(ids) : repository.indexTags.all())
    const links = Map.groupBy(ids ? repository.links.of(ids) : repository.links.all(), ([id]) => id)
    const pictures = Map.groupBy(ids ? repository.pictures.of(ids) : repository.pictures.all(), ([id]) => id)
    const known = new Map<string, MediaRow | null>()
    const media = (id: string): MediaRow | null => {
      const row = known.get(id) ?? repository.media.get(id) ?? null
      known.set(id, row)
      return row
    }
    return rows.map((row) => {
      const [id] = row
      return indexArticle(
        { ...factsOf(row), tagIds: tags.get(id) ?? [] },
        {
          views: row[8],
          linkIds: links.get(id)?.map(([, target]) => target) ?? [],
          cover: row[9] === null ? null : media(row[9]),
          pictures: pictures.get(id)?.flatMap(([, picture]) => media(picture) ?? []) ?? [],
        },
        context,
      )
    })
  }

  function readAll(context: IndexContext): void {
    articles.clear()
    const all = read(null, context).sort(newerFirst)
    for (const article of all) articles.set(article.id, article)
    lists = changeLists(nothing, [], all, context)
  }

  function readAgain(ids: readonly number[], context: IndexContext): void {
    // A page that comes to the site, or leaves it, has links to it mean another thing.
    const all = [...new Set([...ids, ...repository.linksTo.all(JSON.stringify(ids))])]
    const before = all.flatMap((id) => articles.get(id) ?? [])
    const now = read(all, context).sort(newerFirst)
    for (const { id } of before) articles.delete(id)
    for (const article of now) articles.set(article.id, article)
    lists = changeLists(lists, before, now, context)
  }

  return {
    /** The files of articles outlive their site: what was made of an article is kept with it. */
    renderer,
    /** Items of lists as they were rendered for sites of that key. */
    items(siteKey: string): Map<number, ListItem> {
      if (siteKey !== itemsKey) items.clear()
      itemsKey = siteKey
      return items
    },
    /** What is on the site now, with `added` in the place of what is `gone`. */
    current(
      context: IndexContext,
      change: { gone: ReadonlySet<number>; added: readonly IndexedArticle[] },
    ): LoadedSite {
      const newest = repository.newestChange.get() ?? 0
      if (newest !== seen) {
        const changed = seen === undefined ? [everything] : repository.changesSince.all(seen)
        if (changed.includes(everything)) readAll(context)
        else readAgain(changed, context)
        seen = newest
      }
      const { gone, added } = change
      if (gone.size + added.length === 0) return { get: (id) => articles.get(id), lists }
      const leaving = [...gone].flatMap((id) => articles.get(id) ?? [])
      const coming = new Map(added.map((article) => [article.id, article]))
      return {
        get: (id) => coming.get(id) ?? (gone.has(id) ? undefined : articles.get(id)),
        lists: changeLists(lists, leaving, added, context),
      }
    },
  }
}

/** @param added newest first */
function changeLists(
  lists: Lists,
  gone: readonly IndexedArticle[],
  added: readonly IndexedArticle[],
  context: IndexContext,
): Lists {
  const ids = new Set(gone.map(({ id }) => id))
  const changed = names.map((name): [IndexList, ReadonlyMap<number, readonly IndexedArticle[]>] => {
    const touched = new Map<number, IndexedArticle[]>()
    for (const article of gone) for (const key of keysOf(name, article, context)) touched.set(key, [])
    for (const article of added) {
      for (const key of keysOf(name, article, context)) {
        const list = touched.get(key)
        if (list) list.push(article)
        else touched.set(key, [article])
      }
    }
    if (touched.size === 0) return [name, lists[name]]
    const all = new Map(lists[name])
    for (const [key, coming] of touched) {
      const stays = (all.get(key) ?? []).filter(({ id }) => !ids.has(id))
      const list = merge(stays, coming)
      if (list.length > 0) all.set(key, list)
      else all.delete(key)
    }
    return [name, all]
  })
  return Object.fromEntries(changed) as Lists
}

function keysOf(list: IndexList, article: IndexedArticle, { categories }: IndexContext): readonly number[] {
  switch (list) {
    case 'all':
      return [0]
    case 'category':
      return categories.byId(article.categoryId)?.chain.map(({ id }) => id) ?? []
    case 'byline':
      return article.bylineId === null ? [] : [article.bylineId]
    case 'tag':
      return article.tagIds
    case 'month':
      return [Number(article.path.slice(0, 4) + article.path.slice(5, 7))]
    case 'views':
      return [viewsBucket(article.id)]
  }
}

/** Two lists in order become one. */
function merge(a: readonly IndexedArticle[], b: readonly IndexedArticle[]): readonly IndexedArticle[] {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const merged: IndexedArticle[] = []
  let next = 0
  for (const article of a) {
    while (next < b.length && newerFirst(b[next] as IndexedArticle, article) < 0)
      merged.push(b[next++] as IndexedArticle)
    merged.push(article)
  }
  while (next < b.length) merged.push(b[next++] as IndexedArticle)
  return merged
}

function tagsByArticle(
  rows: readonly (readonly [article: number, tag: number, position: number])[],
): Map<number, readonly number[]> {
  const tags = new Map<number, readonly number[]>()
  for (const [article, list] of Map.groupBy(rows, ([id]) => id))
    tags.set(
      article,
      list.sort(([, , a], [, , b]) => a - b).map(([, tag]) => tag),
    )
  return tags
}

const factsOf = (row: FactsRow) => ({
  id: row[0],
  path: row[1],
  publishTime: row[2],
  modifiedAt: row[3],
  categoryId: row[4],
  bylineId: row[5],
  pageHash: row[6],
  listHash: row[7],
})

import type { SiteCategories } from './categories.ts'
import type { LiveArticle } from './live-article.ts'
import type { SiteRepository } from './site.repository.ts'

/** What keys and orders need of an article. A whole LiveArticle is one. */
export type ArticleFacts = Pick<
  LiveArticle,
  'id' | 'path' | 'publishTime' | 'modifiedAt' | 'categoryId' | 'bylineId' | 'pageHash' | 'listHash'
>

/** The whole site in memory, as far as keys and lists need it. */
export interface LoadedSite {
  /** Newest first. */
  readonly facts: readonly ArticleFacts[]
  /** The tags of each article, in their order. */
  readonly tags: ReadonlyMap<number, readonly number[]>
  /** Ids of articles by category (of it and below), byline and tag; newest first. */
  readonly groups: Readonly<Record<'category' | 'byline' | 'tag', Map<number, number[]>>>
}

export const newerFirst = (a: ArticleFacts, b: ArticleFacts) => b.publishTime - a.publishTime || b.id - a.id

/** Reads all that is live but what is `gone`, with what is `added`. */
export function loadSite(
  repository: SiteRepository,
  change: { gone: ReadonlySet<number>; added: readonly LiveArticle[]; categories: SiteCategories },
): LoadedSite {
  const { gone, added, categories } = change
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
  if (added.length > 0) facts = facts.concat(added).sort(newerFirst)
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
  for (const entry of added) allTags.set(entry.id, entry.tagIds)

  const groups: LoadedSite['groups'] = { category: new Map(), byline: new Map(), tag: new Map() }
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
  return { facts, tags: allTags, groups }
}

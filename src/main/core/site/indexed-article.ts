import type { SiteCategories } from './categories.ts'
import { numbersPrint, printed, textPrint } from './fingerprint.ts'
import type { LiveArticle } from './live-article.ts'
import type { LabelKind, MediaRow } from './site.repository.ts'
import type { SiteFile } from './site-file.ts'
import type { SiteLabel } from './site-labels.ts'

type Facts = Pick<
  LiveArticle,
  | 'id'
  | 'path'
  | 'publishTime'
  | 'modifiedAt'
  | 'categoryId'
  | 'bylineId'
  | 'tagIds'
  | 'pageHash'
  | 'listHash'
>

/** Kept in the article itself: there are many, and each is asked for at every deploy. */
export interface MadeOfArticle {
  readonly siteKey: string
  /** Of its page, without its links. */
  readonly key: string
  /** The article in its sitemap, once that was asked for. */
  sitemapEntry: string | undefined
  /** Its page in the list of all files, with the links as they led then. */
  file: SiteFile | undefined
}

/** An article of the site as far as orders, keys, sitemaps and fragments need it. */
export interface IndexedArticle extends Readonly<Omit<Facts, 'pageHash' | 'listHash'>> {
  readonly views: number
  /** Articles that its page links to; null is one that the library has not. */
  readonly linkIds: readonly (number | null)[]
  readonly cover: MediaRow | null
  /** In the body. */
  readonly pictures: readonly MediaRow[]
  /** What a mention of the article in a list depends on. */
  readonly listPrint: number
  /** What its page depends on besides the site, its surroundings and where its links lead. */
  readonly pageKey: string
  /** What was made of it last, see made-of-index.ts . */
  made: MadeOfArticle | undefined
}

/** An item of a list, and the article in the index that it was made of: undefined when nothing is loaded. */
export interface ListItem {
  article: IndexedArticle | undefined
  html: string
}

/** What prints are taken from besides the article. */
export interface IndexContext {
  readonly categories: SiteCategories
  label(kind: LabelKind, id: number): SiteLabel | null
}

type Age = Pick<Facts, 'id' | 'publishTime'>

export const newerFirst = (a: Age, b: Age) => b.publishTime - a.publishTime || b.id - a.id

export function indexArticle(
  facts: Facts,
  with_: Pick<IndexedArticle, 'views' | 'linkIds' | 'cover' | 'pictures'>,
  { categories, label }: IndexContext,
): IndexedArticle {
  const labelPrint = (kind: LabelKind, id: number) => textPrint(label(kind, id)?.key ?? '')
  const category = categories.byId(facts.categoryId)
  const mention = [
    Number.parseInt(facts.listHash.slice(0, 13), 16),
    category ? textPrint(category.key) : 0,
    facts.bylineId === null ? 0 : labelPrint('byline', facts.bylineId),
  ]
  const cover = with_.cover ? picturePrint(with_.cover) : 0
  if (cover !== 0) mention.push(cover)
  const listPrint = numbersPrint(mention)

  const page = [listPrint, facts.modifiedAt]
  for (const id of facts.tagIds) page.push(labelPrint('tag', id))
  const body = with_.pictures
    .map(picturePrint)
    .filter((print) => print !== 0)
    .sort((a, b) => a - b)
  if (body.length > 0) page.push(numbersPrint(body))
  const { id, path, publishTime, modifiedAt, categoryId, bylineId, tagIds } = facts
  return {
    id,
    path,
    publishTime,
    modifiedAt,
    categoryId,
    bylineId,
    tagIds,
    views: with_.views,
    linkIds: with_.linkIds,
    cover: with_.cover,
    pictures: with_.pictures,
    listPrint,
    pageKey: facts.pageHash + printed(numbersPrint(page)),
    made: undefined,
  }
}

/** What pages show of a picture besides what its id says: forms and focal point. 0: the original, as it is. */
const picturePrint = ({ id, renditions, focus_x, focus_y }: MediaRow): number =>
  renditions === '' && focus_x === null
    ? 0
    : textPrint(`${id.slice(0, 8)} ${renditions} ${focus_x} ${focus_y}`)

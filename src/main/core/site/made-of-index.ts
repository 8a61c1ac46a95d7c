import { contentHash } from './content-hash.ts'
import { numbersPrint, printed } from './fingerprint.ts'
import { viewsFragment } from './fragments.ts'
import type { IndexedArticle, MadeOfArticle } from './indexed-article.ts'
import { type ListSlice, paginate } from './pages/pagination.ts'
import type { MediaRow } from './site.repository.ts'
import type { SiteFile } from './site-file.ts'

/*
 * What is made of the articles and lists of the index. They stay the same objects from one deploy to the next as long
 * as nothing in them changes, and what is made of them stays with them.
 */

type Articles = readonly IndexedArticle[]

/** Keeps what `make` answers as long as `from` lives. */
function keeping<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, { made: Made }>()
  return (from) => {
    let kept = known.get(from)
    if (!kept) {
      kept = { made: make(from) }
      known.set(from, kept)
    }
    return kept.made
  }
}

/** The same for one key at a time: with another, it is made again. */
function keepingBy<From extends object, Made>() {
  const known = new WeakMap<From, { key: string; made: Made }>()
  return (from: From, key: string, make: () => Made): Made => {
    let kept = known.get(from)
    if (kept?.key !== key) {
      kept = { key, made: make() }
      known.set(from, kept)
    }
    return kept.made
  }
}

export function madeOfArticle(article: IndexedArticle, siteKey: string): MadeOfArticle {
  if (article.made?.siteKey === siteKey) return article.made
  article.made = { siteKey, key: siteKey + article.pageKey, sitemapEntry: undefined, file: undefined }
  return article.made
}

/** By the library's folder. The forms of a site's pictures are many to read. */
export const filesOfMedia = keepingBy<MediaRow, readonly SiteFile[]>()

export interface ListPage {
  slice: ListSlice<IndexedArticle>
  path: string
  key: string
}

const lists = keepingBy<Articles, readonly ListPage[]>()

/** @param ownKey what all pages of the list depend on, `pageSize` and `pathOf` included */
export const pagesOfList = (
  list: Articles,
  ownKey: string,
  pageSize: number,
  pathOf: (number: number | null) => string,
): readonly ListPage[] =>
  lists(list, ownKey, () =>
    paginate(list, pageSize).map((slice) => ({
      slice,
      path: pathOf(slice.number),
      key: ownKey + printed(slicePrint(slice, list.length)),
    })),
  )

function slicePrint({ number, newer, older, items }: ListSlice<IndexedArticle>, total: number): number {
  const numbers = [number ?? 0, newer ?? 0, older ?? 0]
  if (number === null) numbers.push(total)
  for (const { listPrint } of items) numbers.push(listPrint)
  return numbersPrint(numbers)
}

export const factsOfMonth = keeping((month: Articles) => {
  const numbers: number[] = []
  let modifiedAt = 0
  for (const article of month) {
    // The address is part of what lists show.
    numbers.push(article.listPrint, article.modifiedAt)
    modifiedAt = Math.max(modifiedAt, article.modifiedAt)
  }
  return { print: numbersPrint(numbers), modifiedAt }
})

/** A picture may be there more than once. */
export const mediaOfMonth = keeping((month: Articles): readonly MediaRow[] => [
  ...new Set(month.flatMap(({ cover, pictures }) => (cover ? [cover, ...pictures] : pictures))),
])

export const viewsFile = keeping((bucket: Articles) => {
  const views = bucket.map(({ id, views }) => [id, views] as const).sort(([a], [b]) => a - b)
  const content = viewsFragment(views)
  return { content, key: contentHash(content) }
})

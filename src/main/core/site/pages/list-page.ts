import { cleanText } from '../clean-text.ts'
import type { ListOf } from '../snapshot.ts'
import type { Rendering } from './article-page.ts'
import { headHtml } from './head.ts'
import { jsonForScript } from './json-ld.ts'
import type { ListSlice } from './pagination.ts'
import { linkTo, rootOf } from './root.ts'
import { categoryLink, categoryPath, labelPath } from './view-model.ts'

/** Where a page of a list is. */
export function listPath(list: ListOf, number: number | null): string {
  const index =
    list.kind === 'home'
      ? 'index.html'
      : list.kind === 'category'
        ? categoryPath(list.category)
        : labelPath(list.kind, list.label)
  return number === null ? index : index.replace(/index\.html$/, `page/${number}.html`)
}

export function listPage(
  { snapshot, theme, common, blocks }: Rendering,
  list: ListOf,
  slice: ListSlice,
  total: number,
): string {
  const path = listPath(list, slice.number)
  const root = rootOf(path)
  const { baseUrl } = snapshot.settings
  const category = list.kind === 'category' ? list.category : null
  const name = cleanText(
    list.kind === 'home' ? common.site.title : (category?.name ?? ('label' in list ? list.label.name : '')),
  )
  const url = (number: number | null | undefined) =>
    number === undefined ? null : root + linkTo(listPath(list, number))

  const range = slice.number === null ? null : days(slice.items, snapshot)
  const description =
    list.kind === 'home' ? common.site.tagline : cleanText(category?.description ?? '') || name
  const canonical = baseUrl + linkTo(path)
  const title = range ? `${name} ${range.from} – ${range.to}` : name
  const documentTitle =
    list.kind !== 'home'
      ? `${title} - ${common.site.title}`
      : [title, common.site.tagline].filter(Boolean).join(' - ')

  const content = theme.render('list', {
    ...common,
    root,
    list: {
      kind: list.kind,
      name,
      description,
      isIndex: slice.number === null,
      range,
      total,
      items: blocks.items(root, slice.items),
      isEmpty: slice.items.length === 0,
      breadcrumb: category?.chain.slice(0, -1).map((part) => categoryLink(part, root)) ?? [],
      children:
        category && slice.number === null ? category.children.map((child) => categoryLink(child, root)) : [],
      index: url(null),
      newer: url(slice.newer),
      older: url(slice.older),
    },
  })
  return theme.render('layout', {
    ...common,
    root,
    page: { kind: list.kind, articleId: null, title },
    head: headHtml(common, root, {
      documentTitle,
      title,
      description,
      canonical,
      ogType: list.kind === 'byline' ? 'profile' : 'website',
      image: null,
      indexed: true,
      newer: url(slice.newer),
      older: url(slice.older),
      jsonLd: jsonForScript({
        '@context': 'https://schema.org',
        ...(list.kind === 'home' && slice.number === null
          ? { '@type': 'WebSite', name, description, url: canonical, inLanguage: common.site.language }
          : {
              '@type': 'CollectionPage',
              name: title,
              url: canonical,
              inLanguage: common.site.language,
              isPartOf: { '@type': 'WebSite', name: common.site.title, url: baseUrl },
            }),
      }),
    }),
    header: blocks.header(root, category?.chain[0]?.id ?? null),
    footer: blocks.footer(root),
    aside: blocks.aside(root, list.kind, null),
    content,
  })
}

function days(ids: readonly number[], snapshot: Rendering['snapshot']): { from: string; to: string } | null {
  const timed = (id: number | undefined) =>
    id === undefined ? undefined : (snapshot.indexed(id) ?? snapshot.article(id))
  const newest = timed(ids[0])
  const oldest = timed(ids.at(-1))
  return newest && oldest
    ? { from: snapshot.dates.day(oldest.publishTime), to: snapshot.dates.day(newest.publishTime) }
    : null
}

import type { LiveArticle } from './live-article.ts'
import type { Blocks } from './pages/blocks.ts'
import { withRoot } from './pages/root.ts'

export const viewsFragment = (views: readonly (readonly [id: number, views: number])[]): string =>
  `{${views.map(([id, count]) => `"${id}":${count}`).join(',')}}\n`

/** What the page's script puts into a list; addresses begin at the site root. */
export const articlesFragment = (blocks: Blocks, articles: readonly LiveArticle[]): string =>
  json(
    blocks.itemsOf(articles).map(({ id, title, url, category, time }) => ({
      id,
      title,
      url: withRoot(url, ''),
      category: category?.name ?? '',
      categoryUrl: category ? withRoot(category.url, '') : '',
      time: time.text,
      iso: time.iso,
    })),
  )

export const hotLinksFragment = (blocks: Blocks): string =>
  json(blocks.hotLinks.map(({ name, url, initial }) => ({ title: name, url, initial })))

const json = (items: unknown[]): string => `${JSON.stringify({ items })}\n`

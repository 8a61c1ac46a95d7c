import type { Rendering } from './article-page.ts'
import { headHtml } from './head.ts'
import { linkTo, rootOf } from './root.ts'

/** A server shows it at any depth, so its links begin at the root of the host. */
export function notFoundPage({ snapshot, theme, common, blocks }: Rendering): string {
  const root = new URL(snapshot.settings.baseUrl).pathname
  const title = common.words.notFound ?? '404'
  return theme.render('layout', {
    ...common,
    root,
    page: { kind: 'not-found', articleId: null, title },
    head: headHtml(common, root, {
      documentTitle: `${title} - ${common.site.title}`,
      title,
      description: '',
      canonical: null,
      ogType: 'website',
      image: null,
      indexed: false,
      jsonLd: null,
    }),
    header: blocks.header(root, null),
    footer: blocks.footer(root),
    aside: blocks.aside(root, 'not-found', null),
    content: theme.render('not-found', { ...common, root }),
  })
}

/** Stands at an address that has moved, on servers that know no redirects. */
export const redirectPage = ({ snapshot, theme, common }: Rendering, path: string, to: string): string =>
  theme.render('redirect', {
    ...common,
    root: rootOf(path),
    target: rootOf(path) + linkTo(to),
    canonical: snapshot.settings.baseUrl + linkTo(to),
  })

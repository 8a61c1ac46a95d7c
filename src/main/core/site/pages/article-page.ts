import { articleLink, resolveArticleLinks } from '#shared/document/link/link-target.ts'
import { safeUrl } from '#shared/document/safe-url.ts'
import { cleanText } from '../clean-text.ts'
import type { LiveArticle } from '../live-article.ts'
import type { Snapshot } from '../snapshot.ts'
import { HeldHtml } from '../theme/held-html.ts'
import type { Theme } from '../theme/theme.ts'
import { textWidth } from '../theme/theme-manifest.ts'
import type { Blocks, CommonScope } from './blocks.ts'
import { headHtml } from './head.ts'
import { jsonForScript } from './json-ld.ts'
import { storedImage, withRenditions } from './responsive-images.ts'
import { linkTo, rootOf } from './root.ts'
import { categoryLink, categoryPath, cover, labelPath, link, time } from './view-model.ts'

export interface Rendering {
  snapshot: Snapshot
  theme: Theme
  common: CommonScope
  blocks: Blocks
  /** What every page depends on: program, theme, settings and the main navigation. */
  siteKey: string
}

/** @param stored HTML in UTF-8. The page is UTF-8 too. */
export function articlePage(
  { snapshot, theme, common, blocks }: Rendering,
  article: LiveArticle,
  stored: Buffer,
  views: number,
): Buffer {
  const root = rootOf(article.path)
  const { baseUrl } = snapshot.settings
  const category = snapshot.categories.byId(article.categoryId)
  const chain = category?.chain ?? []
  const byline = article.bylineId === null ? null : snapshot.label('byline', article.bylineId)
  const tags = article.tagIds.flatMap((id) => snapshot.label('tag', id) ?? [])
  const picture = cover(snapshot, article, root)
  const title = cleanText(article.title)
  const dek = cleanText(article.dek)
  const description = cleanText(article.excerpt)
  const published = time(snapshot, article.publishTime)
  const modified = time(snapshot, article.modifiedAt)
  const canonical = baseUrl + article.path
  const image = picture ? baseUrl + picture.path : null
  const sourceName = cleanText(article.sourceName).trim()
  const sourceUrl = webAddress(article.sourceUrl)
  const tagLinks = tags.map((tag) => link(tag.name, labelPath('tag', tag), root))

  const body = new HeldHtml(bodyOf(stored, root, { snapshot, theme }))

  const scope = {
    ...common,
    root,
    article: {
      id: article.id,
      title,
      dek,
      url: root + article.path,
      category: category && categoryLink(category, root),
      breadcrumb: chain.map((part) => categoryLink(part, root)),
      byline: byline && link(byline.name, labelPath('byline', byline), root),
      source: sourceName || sourceUrl ? { name: sourceName || hostOf(sourceUrl), url: sourceUrl } : null,
      published,
      modified: modified.iso === published.iso ? null : modified,
      views,
      cover: picture,
      body,
      tags: tagLinks,
    },
    related: blocks.related(root, article.categoryId, article.id),
  }
  const content = theme.render('article', scope)
  const page = theme.render('layout', {
    ...common,
    root,
    page: { kind: 'article', articleId: article.id, title },
    head: headHtml(common, root, {
      documentTitle: `${title} - ${common.site.title}`,
      title,
      description,
      canonical,
      ogType: 'article',
      image,
      imageAlt: picture?.alt ?? '',
      author: byline && cleanText(byline.name),
      indexed: true,
      article: {
        published: published.iso,
        modified: modified.iso,
        section: category && cleanText(category.name),
        tags: tagLinks.map((tag) => tag.name),
      },
      jsonLd: jsonForScript([
        {
          '@context': 'https://schema.org',
          '@type': 'NewsArticle',
          headline: title,
          description,
          inLanguage: snapshot.settings.language,
          mainEntityOfPage: canonical,
          url: canonical,
          datePublished: published.iso,
          dateModified: modified.iso,
          ...(image && { image: [image] }),
          ...(byline && {
            author: [
              {
                '@type': 'Person',
                name: cleanText(byline.name),
                url: baseUrl + linkTo(labelPath('byline', byline)),
              },
            ],
          }),
          publisher: { '@type': 'Organization', name: common.site.title, url: baseUrl },
          ...(category && { articleSection: chain.map((part) => cleanText(part.name)) }),
          ...(tags.length > 0 && { keywords: tags.map((tag) => cleanText(tag.name)) }),
        },
        {
          '@context': 'https://schema.org',
          '@type': 'BreadcrumbList',
          itemListElement: [
            { name: common.site.title, item: baseUrl },
            ...chain.map((part) => ({
              name: cleanText(part.name),
              item: baseUrl + linkTo(categoryPath(part)),
            })),
            { name: title, item: canonical },
          ].map((entry, index) => ({ '@type': 'ListItem', position: index + 1, ...entry })),
        },
      ]),
    }),
    header: blocks.header(root, chain[0]?.id ?? null),
    footer: blocks.footer(root),
    aside: blocks.aside(root, 'article', article.id),
    content,
  })
  return body.page(page)
}

/** The stored body with its links to articles and its pictures as they are now; most have neither. */
function bodyOf(
  stored: Buffer,
  root: string,
  { snapshot, theme }: Pick<Rendering, 'snapshot' | 'theme'>,
): Buffer {
  if (!stored.includes(articleLink) && !stored.includes(storedImage)) return stored
  const linked = resolveArticleLinks(stored.toString(), (uid) => {
    const path = snapshot.pathOfUid(uid)
    return path === undefined ? null : root + path
  })
  return Buffer.from(withRenditions(linked, snapshot.picture, textWidth(theme.settings)))
}

function webAddress(url: string): string | null {
  const safe = safeUrl(url)
  return safe && /^https?:/i.test(safe) ? safe : null
}

const hostOf = (url: string | null): string => (url && URL.canParse(url) ? new URL(url).host : (url ?? ''))

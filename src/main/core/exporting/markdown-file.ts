import { stringify } from 'yaml'
import { articleHref } from '#shared/document/link/link-target.ts'
import { documentMarkdown } from '#shared/document/markdown/document-markdown.ts'
import { generator } from '../importing/front-matter.ts'
import type { ExportedArticle, ExportSurroundings } from './exported-article.ts'
import { mediaPath } from './media-path.ts'

/** An article as a Markdown file; its pictures lie beside it in `media/`. The import reads all of it back. */
export function markdownFile(article: ExportedArticle, { findPicture, isoTime }: ExportSurroundings): string {
  const cover = article.cover && findPicture(article.cover)
  const matter = {
    title: article.title,
    slug: article.slug,
    ...(article.dek && { description: article.dek }),
    ...(article.publishTime !== null && { date: isoTime(article.publishTime) }),
    ...(article.category && { category: article.category }),
    ...(article.tags.length > 0 && { tags: article.tags }),
    ...(article.byline && { author: [article.byline] }),
    ...(article.sourceName && { source_name: article.sourceName }),
    ...(article.sourceUrl && { source_url: article.sourceUrl }),
    ...(cover && { cover: mediaPath(cover) }),
    ...(cover && article.coverAlt && { cover_alt: article.coverAlt }),
    generator,
  }
  const body = documentMarkdown(article.doc, {
    mediaUrl: (id) => {
      const picture = findPicture(id)
      return picture && mediaPath(picture)
    },
    naturalSize: findPicture,
    articleUrl: articleHref,
    complete: true,
  })
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${body}`
}

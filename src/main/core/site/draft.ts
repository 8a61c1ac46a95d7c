import type { ArticleContent } from '#shared/contract/articles.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { usedMedia } from '#shared/document/plain-text.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { mediaFileName } from '../media/media-file.ts'
import { contentHash } from './content-hash.ts'
import type { SiteRepository, StoredArticleRow } from './site.repository.ts'

/** Content that could be on the site. What takes long is done when asked for. */
export interface Draft {
  readonly content: Omit<ArticleContent, 'doc'>
  doc(): DocumentJson
  /** Of the document as JSON. */
  docHash(): string
  /** The body as it is published. */
  html(): string
  /** Pictures in the body. */
  media(): string[]
}

/** A document that is at hand. */
export function draftOf({ doc, ...content }: ArticleContent, repository: SiteRepository): Draft {
  return {
    content,
    doc: () => doc,
    docHash: () => contentHash(JSON.stringify(doc)),
    html: () =>
      renderDocumentHtml(doc, {
        mediaUrl(id) {
          const media = repository.media.get(id)
          return media ? `../../media/${mediaFileName(media.id, media.mime)}` : null
        },
      }),
    media: () => usedMedia(doc),
  }
}

/** The article as it is in the library now; its body was rendered when it was saved. */
export function storedDraft(
  repository: SiteRepository,
  id: number,
): (Draft & { row: StoredArticleRow }) | undefined {
  const row = repository.stored.get(id)
  if (!row) return undefined
  const docBytes = () => repository.storedDoc.get(id) ?? Buffer.from('null')
  return {
    row,
    content: {
      title: row.title,
      dek: row.dek,
      slug: row.slug,
      slugIsAutomatic: row.slug_is_automatic === 1,
      categoryId: row.category_id as ArticleContent['categoryId'],
      tags: repository.storedTags.all(id),
      byline: row.byline ?? '',
      sourceName: row.source_name,
      sourceUrl: row.source_url,
      cover: row.cover as ArticleContent['cover'],
      coverAlt: row.cover_alt,
      publishTime: row.publish_time,
      startingViews: row.starting_views,
    },
    doc: () => JSON.parse(docBytes().toString()) as DocumentJson,
    docHash: () => contentHash(docBytes()),
    html: () => repository.storedHtml.get(id)?.toString() ?? '',
    media: () => repository.storedMedia.all(id),
  }
}

/**
 * A pinned revision. Most are the article as it is in the library still, which is several times faster to read.
 *
 * @throws when there is no such revision
 */
export function pinnedDraft(repository: SiteRepository, id: number, revisionId: number): Draft {
  if (repository.isCurrent.get(revisionId, id)) {
    const stored = storedDraft(repository, id)
    if (stored) return stored
  }
  const content = repository.revision.get(revisionId, id)
  if (!content) throw new Error(`article ${id} has no revision ${revisionId}`)
  return draftOf(JSON.parse(content.toString()) as ArticleContent, repository)
}

export function withWorking(
  draft: Draft,
  working: Partial<ArticleContent>,
  repository: SiteRepository,
): Draft {
  const { doc, ...fields } = working
  const content = { ...draft.content, ...fields }
  return doc === undefined ? { ...draft, content } : draftOf({ ...content, doc }, repository)
}

import type { ArticleContent } from '#shared/contract/articles.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'

import { editorialMarks } from '#shared/document/editorial-marks.ts'
import { linkedArticles, usedMedia } from '#shared/document/plain-text.ts'
import { publishedDocument } from '#shared/document/published-document.ts'

import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { mediaFileName } from '../media/media-file.ts'
import { renderContext } from '../rendering/render-context.ts'
import { contentHash } from './content-hash.ts'
import type { SiteRepository } from './site.repository.ts'
import type { SiteChange } from './site-file.ts'

/** Content that could be on the site. What takes long is done when asked for. */
export interface Draft {
  readonly content: Omit<ArticleContent, 'doc'>
  doc(): DocumentJson
  /** Of the document as JSON. */
  docHash(): string
  /** The body as it is published, in UTF-8. */
  html(): Buffer
  /** Pictures in the body. */
  media(): string[]
  /** Articles that the body links to, by uid. */
  links(): string[]
}

/** A document that is at hand. */
export function draftOf({ doc: edited, ...content }: ArticleContent, repository: SiteRepository): Draft {
  const doc = publishedDocument(edited)
  const mediaUrl = (id: string) => {
    const media = repository.media.get(id)
    return media ? `../../media/${mediaFileName(media.id, media.mime)}` : null
  }
  return {
    content,
    doc: () => doc,
    docHash: () => contentHash(JSON.stringify(doc)),
    html: () => Buffer.from(renderDocumentHtml(doc, renderContext(mediaUrl))),
    media: () => usedMedia(doc),
    links: () => linkedArticles(doc),
  }
}

export interface StoredDraft extends Draft {
  readonly countedViews: number
}

/** It has comments or suggestions in it, which readers don't get; seldom enough to look before parsing. */
const isEditorial = (doc: Buffer) => [...editorialMarks].some((mark) => doc.includes(`{"type":"${mark}"`))

/**
 * The articles as they are in the library now; their bodies were rendered when they were saved. Reads what all of them
 * need at once: a deploy may bring thousands.
 */
export function storedDrafts(repository: SiteRepository, ids: readonly number[]): Map<number, StoredDraft> {
  const list = JSON.stringify(ids)
  const tags = Map.groupBy(repository.storedTags.all(list), ([id]) => id)
  const media = Map.groupBy(repository.storedMedia.all(list), ([id]) => id)
  const links = Map.groupBy(repository.storedLinks.all(list), ([id]) => id)
  const drafts = new Map<number, StoredDraft>()
  for (const row of repository.stored.all(list)) {
    const { id } = row
    const docBytes = () => repository.storedDoc.get(id) ?? Buffer.from('null')
    const doc = () => publishedDocument(JSON.parse(docBytes().toString()) as DocumentJson)
    drafts.set(id, {
      countedViews: row.counted_views,
      content: {
        title: row.title,
        dek: row.dek,
        slug: row.slug,
        slugIsAutomatic: row.slug_is_automatic === 1,
        categoryId: row.category_id as ArticleContent['categoryId'],
        tags: tags.get(id)?.map(([, name]) => name) ?? [],
        byline: row.byline ?? '',
        sourceName: row.source_name,
        sourceUrl: row.source_url,
        cover: row.cover as ArticleContent['cover'],
        coverAlt: row.cover_alt,
        publishTime: row.publish_time,
        startingViews: row.starting_views,
      },
      doc,
      docHash() {
        const bytes = docBytes()
        return contentHash(isEditorial(bytes) ? JSON.stringify(doc()) : bytes)
      },
      html: () => repository.storedHtml.get(id) ?? Buffer.alloc(0),
      media() {
        const known = media.get(id)?.map(([, medium]) => medium) ?? []
        if (known.length === 0 || !isEditorial(docBytes())) return known
        // A picture that is only suggested stays at home.
        const shown = new Set(usedMedia(doc()))
        return known.filter((medium) => shown.has(medium))
      },
      links: () => links.get(id)?.map(([, uid]) => uid) ?? [],
    })
  }
  return drafts
}

const revisionDraft = (repository: SiteRepository, id: number, revisionId: number): Draft => {
  const content = repository.revision.get(revisionId, id)
  if (!content) throw new Error(`article ${id} has no revision ${revisionId}`)
  return draftOf(JSON.parse(content.toString()) as ArticleContent, repository)
}

/**
 * What a change publishes. Most pinned revisions are the article as it is in the library still, which is several times
 * faster to read.
 *
 * @throws when an article or its revision is not there
 */
export function pinnedDrafts(
  repository: SiteRepository,
  publish: SiteChange['publish'],
): { get(id: number): Draft; html(id: number): Buffer } {
  const revisions = new Map<number, number | null>(
    publish.map(({ articleId, revisionId }) => [articleId, revisionId]),
  )
  const pinned = [...revisions.values()].filter((id) => id !== null)
  const current = new Set(repository.currentRevisions.all(JSON.stringify(pinned)))
  const isStored = (revision: number | null) => revision === null || current.has(revision)
  const stored = storedDrafts(
    repository,
    [...revisions].filter(([, revision]) => isStored(revision)).map(([id]) => id),
  )
  const get = (id: number): Draft => {
    const revision = revisions.get(id)
    if (revision === undefined) throw new Error(`article ${id} is not in the change`)
    const draft = stored.get(id)
    if (draft) return draft
    if (revision === null) throw new Error(`no article ${id}`)
    return revisionDraft(repository, id, revision)
  }
  return {
    get,
    html(id) {
      const revision = revisions.get(id) ?? null
      // The article may have been saved since the facts were read: then its body is another one.
      if (revision !== null && current.has(revision) && !repository.isCurrent.get(revision, id))
        return revisionDraft(repository, id, revision).html()
      return get(id).html()
    },
  }
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

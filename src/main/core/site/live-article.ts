import type { DocumentJson } from '#shared/document/document-json.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { contentHash } from './content-hash.ts'
import type { Draft } from './draft.ts'
import type { LiveRow } from './site.repository.ts'

/** An article as it is, or would be, on the site. */
export interface LiveArticle {
  readonly id: number
  readonly path: string
  readonly slug: string
  readonly title: string
  readonly dek: string
  /** What lists say about it: the dek, or how the body begins. */
  readonly excerpt: string
  readonly categoryId: number | null
  readonly bylineId: number | null
  readonly tagIds: readonly number[]
  readonly sourceName: string
  readonly sourceUrl: string
  readonly cover: string | null
  readonly coverAlt: string
  readonly publishTime: number
  readonly modifiedAt: number
  readonly pageHash: string
  readonly listHash: string
}

export const fromRow = (row: LiveRow, tagIds: readonly number[]): LiveArticle => ({
  id: row.article_id,
  path: row.path,
  slug: row.slug,
  title: row.title,
  dek: row.dek,
  excerpt: row.excerpt,
  categoryId: row.category_id,
  bylineId: row.byline_id,
  tagIds,
  sourceName: row.source_name,
  sourceUrl: row.source_url,
  cover: row.cover,
  coverAlt: row.cover_alt,
  publishTime: row.publish_time,
  modifiedAt: row.modified_at,
  pageHash: row.page_hash,
  listHash: row.list_hash,
})

export const toRow = (article: LiveArticle): LiveRow => ({
  article_id: article.id,
  path: article.path,
  slug: article.slug,
  title: article.title,
  dek: article.dek,
  excerpt: article.excerpt,
  category_id: article.categoryId,
  byline_id: article.bylineId,
  source_name: article.sourceName,
  source_url: article.sourceUrl,
  cover: article.cover,
  cover_alt: article.coverAlt,
  publish_time: article.publishTime,
  modified_at: article.modifiedAt,
  page_hash: article.pageHash,
  list_hash: article.listHash,
})

/** What turning content into a live article takes from its surroundings. */
export interface LiveSurroundings {
  now: number
  previous: LiveArticle | undefined
  categoryId: number | null
  bylineId: number | null
  tagIds: readonly number[]
  /** yyyy/mm of a time, in the site's zone. */
  folder(time: number): string
  /** The path belongs to another article. */
  taken(path: string): boolean
}

export function toLiveArticle(id: number, draft: Draft, around: LiveSurroundings): LiveArticle {
  const { previous } = around
  const { content } = draft
  const publishTime = content.publishTime ?? previous?.publishTime ?? around.now
  const base = `${around.folder(publishTime)}/${content.slug}`
  const excerpt = content.dek.trim() || beginning(draft.doc())
  const facts = [content.title, content.dek, content.cover, content.coverAlt]
  const path = articlePath(base, id, previous?.path, around.taken)
  const listHash = contentHash(JSON.stringify([...facts, excerpt, publishTime, path]))
  const pageHash = contentHash(
    JSON.stringify([...facts, excerpt, publishTime, content.sourceName, content.sourceUrl, draft.docHash()]),
  )
  return {
    id,
    path,
    slug: content.slug,
    title: content.title,
    dek: content.dek,
    excerpt,
    categoryId: around.categoryId,
    bylineId: around.bylineId,
    tagIds: around.tagIds,
    sourceName: content.sourceName,
    sourceUrl: content.sourceUrl,
    cover: content.cover,
    coverAlt: content.coverAlt,
    publishTime,
    modifiedAt: previous
      ? previous.pageHash === pageHash
        ? previous.modifiedAt
        : Math.max(around.now, publishTime)
      : publishTime,
    pageHash,
    listHash,
  }
}

/** Slugs are unique among drafts, but another article may still be live under one that it has given up since. */
function articlePath(
  base: string,
  id: number,
  previous: string | undefined,
  taken: (path: string) => boolean,
): string {
  const plain = `${base}.html`
  const numbered = `${base}-${id}.html`
  if (previous === plain || previous === numbered) return previous
  return taken(plain) ? numbered : plain
}

const excerptLength = 120

function beginning(doc: DocumentJson): string {
  for (const node of doc.content ?? []) {
    if (node.type !== 'paragraph') continue
    const text = plainText({ type: 'doc', content: [node] }).trim()
    if (!text) continue
    const characters = [...text.slice(0, excerptLength * 2 + 2)]
    return characters.length > excerptLength ? `${characters.slice(0, excerptLength).join('')}…` : text
  }
  return ''
}

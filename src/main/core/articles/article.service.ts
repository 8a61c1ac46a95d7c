import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import {
  type Article,
  ArticleContent,
  type ArticleSummary,
  type SavedArticle,
} from '#shared/contract/articles.ts'
import type { RevisionReason, RevisionSummary } from '#shared/contract/revisions.ts'
import { emptyDocument } from '#shared/document/check-document.ts'
import { withoutComments } from '#shared/document/published-document.ts'
import { canTransition, type EditorialState } from '#shared/model/article-state.ts'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { conflict, invalid, notFound, refused } from '../errors.ts'
import type { LabelService } from '../labels/label.service.ts'
import type { Clock } from '../platform.ts'
import type { ReviewBook } from '../reviewing/review-book.ts'
import type { RevisionHistory, RevisionLabels } from '../revisions/revision-history.ts'
import { freeSlug } from '../slugs/free-slug.ts'
import { pinyinSlug } from '../slugs/pinyin-slug.ts'
import type { ArticleRepository } from './article.repository.ts'
import { type ArticleBody, articleBody } from './article-body.ts'
import type { ArticleIndex } from './article-index.ts'
import { type ArticleRow, toContent, toSaved, toSummary } from './article-row.ts'
import { readersHash } from './readers-hash.ts'

const blank: ArticleContent = {
  title: '',
  dek: '',
  slug: '',
  slugIsAutomatic: true,
  categoryId: null,
  tags: [],
  byline: '',
  sourceName: '',
  sourceUrl: '',
  cover: null,
  coverAlt: '',
  publishTime: null,
  startingViews: 0,
  doc: emptyDocument,
}

/** Held to here too: not all that is written comes through the contract, and a longer one could not be read again. */
const Lines = ArticleContent.pick({ title: true, dek: true })

const isEqual = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

export type ArticleService = ReturnType<typeof createArticleService>

export interface ArticleDependencies {
  db: Database
  repository: ArticleRepository
  tags: LabelService
  bylines: LabelService
  history: RevisionHistory
  index: ArticleIndex
  book: Pick<ReviewBook, 'contentChanged' | 'hasApproval'>
  /** Address of a picture as an article page names it. */
  mediaUrl: (id: string) => string | null
  announce: Announce
  clock: Clock
}

/** Reads and writes single articles. Body, text, counts, pictures, labels and index change in one transaction. */
export function createArticleService(dependencies: ArticleDependencies) {
  const { db, repository, tags, bylines, history, index, book, mediaUrl, announce, clock } = dependencies

  const row = (id: ArticleId): ArticleRow => {
    const found = repository.find(id)
    if (!found) throw notFound('article', id)
    return found
  }
  const article = (found: ArticleRow): Article => ({
    ...toSaved(found, repository.tags(found.id)),
    doc: repository.doc(found.id),
  })
  const saved = (id: ArticleId): SavedArticle => toSaved(row(id), repository.tags(id))
  const contentOf = (found: ArticleRow): ArticleContent => ({
    ...toContent(found, repository.tags(found.id)),
    doc: repository.doc(found.id),
  })
  const revisable = (found: ArticleRow) => ({
    id: found.id as ArticleId,
    version: found.version,
    characters: found.characters,
    content: () => contentOf(found),
  })

  /** @throws CONFLICT with the article as it is when it was saved since `baseVersion`. */
  const current = (id: ArticleId, baseVersion: number): ArticleRow => {
    const found = row(id)
    if (found.version !== baseVersion) throw conflict(article(found))
    return found
  }

  const free = (slug: string, id: number) => freeSlug(slug, (candidate) => repository.hasSlug(candidate, id))
  const slugOfTitle = (title: string, uid: string, id: number) =>
    free(pinyinSlug(title) || `article-${uid.slice(0, 8)}`, id)

  function columns(
    content: ArticleContent,
    body: { characters: number; words: number; suggestions: number },
  ) {
    if (!Lines.safeParse(content).success) throw invalid('too-long')
    if (content.categoryId !== null && !repository.hasCategory(content.categoryId)) throw invalid('category')
    if (content.cover !== null && !repository.hasMedia(content.cover)) throw invalid('cover')
    const byline = content.byline.trim()
    return {
      title: content.title,
      dek: content.dek,
      slug: content.slug,
      slug_is_automatic: content.slugIsAutomatic ? 1 : 0,
      category_id: content.categoryId,
      byline_id: byline === '' ? null : bylines.ensure(byline),
      source_name: content.sourceName,
      source_url: content.sourceUrl,
      cover: content.cover,
      cover_alt: content.coverAlt,
      publish_time: content.publishTime,
      starting_views: content.startingViews,
      characters: body.characters,
      words: body.words,
      suggestions: body.suggestions,
      updated_at: clock.now(),
    }
  }

  const setTags = (id: ArticleId, names: readonly string[]) => {
    const before = repository.tagIds(id)
    repository.setTags(id, [...new Set(names.map(tags.ensure))])
    tags.dropUnused(before)
  }

  function insert(given: Partial<ArticleContent>, uid: string = randomUUID()): ArticleId {
    const content = { ...blank, ...given }
    content.slugIsAutomatic = given.slugIsAutomatic ?? !given.slug
    content.slug =
      given.slug && !content.slugIsAutomatic ? free(given.slug, 0) : slugOfTitle(content.title, uid, 0)
    const body = articleBody(content.doc, mediaUrl)
    const id = repository.insert({ ...columns(content, body), uid, created_at: clock.now() })
    repository.putBody(id, body)
    setTags(id, content.tags)
    index.changed(id)
    return id
  }

  /** The slug after a save: it follows the title until somebody edits it or the article has been on the site. */
  function slugAfter(before: ArticleRow, changes: Partial<ArticleContent>) {
    const edited = changes.slug !== undefined && changes.slug !== before.slug
    const automatic = changes.slugIsAutomatic ?? (!edited && before.slug_is_automatic === 1)
    const title = changes.title ?? before.title
    let slug = before.slug
    if (!automatic && edited) slug = free(changes.slug as string, before.id)
    const follows = title !== before.title || before.slug_is_automatic === 0
    if (automatic && follows && before.published_at === null) slug = slugOfTitle(title, before.uid, before.id)
    return { slug, slugIsAutomatic: automatic }
  }

  /** Writes what differs; answers whether anything did. Part of the caller's transaction. */
  function write(before: ArticleRow, changes: Partial<ArticleContent>): boolean {
    const id = before.id as ArticleId
    const { doc, ...fields } = changes
    const old = toContent(before, repository.tags(id))
    const next = { ...old, ...fields, ...slugAfter(before, changes) }
    let body: ArticleBody | null = null
    if (doc !== undefined) {
      body = articleBody(doc, mediaUrl)
      if (repository.docBytes(id)?.equals(body.doc)) body = null
    }
    const sameFacts = isEqual(old, { ...old, ...next })
    if (body === null && sameFacts) return false
    // Comments and suggestions come and go without readers noticing.
    const forReaders = !sameFacts || !body || !repository.htmlBytes(id).equals(body.html)
    history.beforeSave(revisable(before))
    repository.update(id, columns({ ...next, doc: blank.doc }, body ?? before), forReaders)
    if (body) repository.putBody(id, body)
    if (!isEqual(old.tags, next.tags)) setTags(id, next.tags)
    if (old.byline !== next.byline && before.byline_id !== null) bylines.dropUnused([before.byline_id])
    if (body || old.title !== next.title || old.dek !== next.dek) index.changed(id)
    if (forReaders) approvalFallsAway(id)
    return true
  }

  /** A slug that is taken gets a number. @throws INVALID `document` | `category` | `cover` | `too-long` */
  function create(content: Partial<ArticleContent>): Article {
    const id = db.transaction(() => insert(content)).immediate()
    announce('articles.changed', { ids: [id], kind: 'created' })
    return article(row(id))
  }

  /** Content from another time, without what the library no longer has. */
  const known = <Given extends Partial<ArticleContent>>(content: Given): Given => {
    const { categoryId, cover } = content
    return {
      ...content,
      categoryId: categoryId && repository.hasCategory(categoryId) ? categoryId : null,
      cover: cover && repository.hasMedia(cover) ? cover : null,
    }
  }

  const hashOf = (id: ArticleId) =>
    readersHash(toContent(row(id), repository.tags(id)), repository.htmlBytes(id))

  /** What was approved is no longer what it is: somebody has to look at it again. Part of the caller's transaction. */
  function approvalFallsAway(id: ArticleId): void {
    book.contentChanged(id, () => hashOf(id))
    if (repository.find(id)?.state === 'approved' && !book.hasApproval(id))
      repository.setState(id, 'in_review')
  }

  return {
    get: (id: ArticleId): Article => article(row(id)),
    /** Without the document. */
    saved,
    /** Stands for what readers would get of it now. */
    readersHash: hashOf,
    approvalFallsAway,
    content: (id: ArticleId): ArticleContent => contentOf(row(id)),
    /** In the order of the ids; those that are gone are left out. */
    summaries: (ids: readonly ArticleId[]): ArticleSummary[] => repository.summaries(ids).map(toSummary),

    create,
    /** Like `create`, without a category or cover that the library no longer has. */
    createFromTemplate: (content: Partial<ArticleContent>): Article => create(known(content)),
    /** A draft with the same content under another title. @throws NOT_FOUND */
    duplicate(id: ArticleId, title: string): Article {
      const { slug, slugIsAutomatic, publishTime, startingViews, ...content } = contentOf(row(id))
      return create({ ...content, title, doc: withoutComments(content.doc) })
    },
    /** Creates an article and keeps what was imported as a revision; one from another machine has its uid. May be part of the caller's transaction. */
    createFromImport(content: Partial<ArticleContent>, uid?: string): ArticleId {
      const created = db.transaction(() => {
        const id = insert(content, uid)
        history.keep(revisable(row(id)), 'import')
        return id
      })
      const id = created.immediate()
      announce('articles.changed', { ids: [id], kind: 'created' })
      return id
    },
    /**
     * Saves the given fields; what equals the stored content changes nothing, not even the version.
     *
     * @throws NOT_FOUND, CONFLICT, INVALID `document` | `category` | `cover` | `too-long`
     */
    save(id: ArticleId, baseVersion: number, changes: Partial<ArticleContent>): SavedArticle {
      const changed = db.transaction(() => write(current(id, baseVersion), changes)).immediate()
      if (changed) announce('articles.changed', { ids: [id], kind: 'saved' })
      return saved(id)
    },
    /** @throws NOT_FOUND, CONFLICT, REFUSED `transition` */
    setState(id: ArticleId, baseVersion: number, state: EditorialState): SavedArticle {
      const set = db.transaction(() => {
        const before = current(id, baseVersion)
        if (before.state === state) return false
        if (!canTransition(before.state, state)) throw refused('transition', `${before.state} -> ${state}`)
        repository.setState(id, state)
        return true
      })
      if (set.immediate()) announce('articles.changed', { ids: [id], kind: 'stateChanged' })
      return saved(id)
    },
    suggestSlug: (title: string, id?: ArticleId): string =>
      slugOfTitle(title, (id && repository.find(id)?.uid) || randomUUID(), id ?? 0),

    /** Keeps the given content as a revision, or without one the present content. @throws INVALID `document` */
    keepRevision(
      id: ArticleId,
      reason: RevisionReason,
      { content, ...labels }: { content?: ArticleContent } & RevisionLabels = {},
    ): RevisionSummary {
      const characters = content && articleBody(content.doc, mediaUrl).characters
      const keep = db.transaction(() => {
        const present = revisable(row(id))
        return history.keep(
          content ? { ...present, characters: characters ?? 0, content: () => content } : present,
          reason,
          labels,
        )
      })
      return keep.immediate()
    },
    /** Keeps the present content as what is to be published. Part of the caller's transaction. */
    pin(id: ArticleId): { revisionId: RevisionId; version: number } {
      const found = row(id)
      const { version, characters, title } = found
      const fields = JSON.stringify(toContent(found, repository.tags(id)))
      const doc = repository.docBytes(id)
      if (!doc) throw notFound('article', id)
      const content = Buffer.concat([Buffer.from(`${fields.slice(0, -1)},"doc":`), doc, Buffer.from('}')])
      return { revisionId: history.keepPublished({ id, version, characters, title }, content), version }
    },
    /**
     * Changes content that nobody has open for it, of many articles in turn, and keeps the present one first.
     * Answers whether anything changed; nothing happens to an article that is gone.
     */
    revise(id: ArticleId, change: (content: ArticleContent) => Partial<ArticleContent>): boolean {
      const revise = db.transaction(() => {
        const before = repository.find(id)
        if (!before) return false
        const content = contentOf(before)
        const changes = change(content)
        if (isEqual(content, { ...content, ...changes })) return false
        history.keep(revisable(before), 'before_restore')
        return write(before, changes)
      })
      const changed = revise.immediate()
      if (changed) announce('articles.changed', { ids: [id], kind: 'saved' })
      return changed
    },
    /** Replaces the content and keeps the present one first, on request also what came of it. @throws NOT_FOUND, CONFLICT */
    replaceContent(
      id: ArticleId,
      baseVersion: number,
      content: ArticleContent,
      {
        before: reason = 'before_restore',
        after,
      }: { before?: RevisionReason; after?: { reason: RevisionReason; author: string } } = {},
    ): Article {
      const replace = db.transaction(() => {
        const before = current(id, baseVersion)
        history.keep(revisable(before), reason)
        const changed = write(before, known(content))
        if (after) history.keep(revisable(row(id)), after.reason, { author: after.author })
        return changed
      })
      if (replace.immediate()) announce('articles.changed', { ids: [id], kind: 'saved' })
      return article(row(id))
    },
  }
}

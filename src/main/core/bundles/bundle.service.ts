import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Database } from 'better-sqlite3'
import { canonicalJson } from '#shared/compare/canonical-json.ts'
import { type Choices, mergeContents, resolveMerge } from '#shared/compare/merge-contents.ts'
import { normalDocument } from '#shared/compare/normal-document.ts'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { type BundleInspection, type BundleOutcome, bundleExtension } from '#shared/contract/bundles.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { plainText, usedMedia } from '#shared/document/plain-text.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { textLength } from '#shared/model/text-length.ts'
import type { ArticleService } from '../articles/article.service.ts'
import { conflict, refused } from '../errors.ts'
import type { MediaService } from '../media/media.service.ts'
import type { Clock } from '../platform.ts'
import type { BundleRepository } from './bundle.repository.ts'
import { type Bundle, packBundle, readBundle } from './bundle-file.ts'
import { type CategoryNames, contentHash, fromPortable, toPortable } from './portable-content.ts'

/** Whoever keeps comments reads and writes them here; merging the same ones again changes nothing. */
export interface BundleThreads {
  /** `doc`: the article that the comments go with; whoever suggests something in it is named too. */
  export(articleId: ArticleId, doc: DocumentJson): unknown
  /** How many comments there are. @throws INVALID `bundle-damaged` */
  check(threads: unknown): number
  /** Part of the caller's transaction. */
  merge(articleId: ArticleId, threads: unknown): void
}

interface Dependencies {
  db: Database
  repository: BundleRepository
  articles: ArticleService
  media: MediaService
  categories: CategoryNames & { ensurePath(path: readonly string[]): ArticleContent['categoryId'] }
  threads: BundleThreads
  /** What the editor of this machine is called; '' when that is not known. */
  author(): string
  clock: Clock
}

interface Reading {
  bundle: Bundle
  outcome: BundleOutcome
  /** The article here, and what is to come together. */
  here: { id: ArticleId; version: number } | null
  versions: BundleInspection['versions']
}

const ancestorsSent = 200

/** Tells one bundle of an article from every other; kept among the contents, as one that nobody has. */
const markOf = ({ content, ancestors, exportedAt }: Pick<Bundle, 'content' | 'ancestors' | 'exportedAt'>) =>
  createHash('sha256')
    .update(`bundle ${exportedAt} ${content} ${ancestors.join(' ')}`)
    .digest('hex')

export type BundleService = ReturnType<typeof createBundleService>

/** Carries articles to other machines and back. Errors as in the contract. */
export function createBundleService(dependencies: Dependencies) {
  const { db, repository, articles, media, categories, threads, author, clock } = dependencies

  /**
   * Whether the bundle was here before, or its content was since what it was made from. One that goes back to an earlier
   * content is news.
   */
  function isKnown(bundle: Bundle, known: readonly { hash: string }[]): boolean {
    const { content, ancestors } = bundle
    const mark = markOf(bundle)
    if (known.some(({ hash }) => hash === mark)) return true
    const place = known.findIndex(({ hash }) => hash === content)
    const others = new Set(ancestors.filter((hash) => hash !== content))
    return place !== -1 && !known.slice(place + 1).some(({ hash }) => others.has(hash))
  }

  function read(bundle: Bundle): Reading {
    const found = repository.findArticle(bundle.uid)
    if (!found) return { bundle, outcome: 'create', here: null, versions: null }
    if (found.trashed_at !== null) throw refused('trashed')
    const { id } = found
    const { version } = articles.get(id)
    const present = articles.content(id)
    const mine = { ...present, doc: normalDocument(present.doc) }
    const here = { id, version }
    const known = repository.known(id)
    const presentHash = contentHash(toPortable(mine, categories))
    if (presentHash === bundle.content || isKnown(bundle, known))
      return { bundle, outcome: 'nothing', here, versions: null }

    const local = (content: Bundle['currentContent']) => fromPortable(content, mine, categories)
    // The newest version that both sides descend from.
    const ancestors = new Set([...bundle.ancestors, bundle.base])
    const textOf = ({ hash, content }: (typeof known)[number]) =>
      content ?? (hash === bundle.base ? bundle.baseContent : null)
    const nearest = known.findLast((entry) => ancestors.has(entry.hash) && textOf(entry))
    const common = ancestors.has(presentHash) ? toPortable(mine, categories) : nearest && textOf(nearest)
    const versions = { base: common ? local(common) : null, mine, theirs: local(bundle.currentContent) }
    if (ancestors.has(presentHash)) return { bundle, outcome: 'forward', here, versions }
    const { conflicts } = mergeContents(versions.base, versions.mine, versions.theirs)
    return { bundle, outcome: conflicts.length > 0 ? 'conflicts' : 'merge', here, versions }
  }

  const countComments = (bundle: Bundle) => (bundle.threads === undefined ? 0 : threads.check(bundle.threads))

  /** From now on both sides know what the bundle holds. */
  function remember(articleId: ArticleId, bundle: Bundle): void {
    const { ancestors, content: hash, currentContent } = bundle
    for (const ancestor of ancestors)
      repository.remember(articleId, { hash: ancestor, shared: true, content: null })
    repository.remember(articleId, { hash, shared: true, content: currentContent })
    repository.remember(articleId, { hash: markOf(bundle), shared: false, content: null })
  }

  async function storePictures({ files, media: names }: Bundle): Promise<void> {
    for (const { id, fileName } of names) {
      const bytes = files.get(id)
      if (bytes) await media.store(bytes, fileName)
    }
  }

  function create(bundle: Bundle): ArticleId {
    const { currentContent, uid } = bundle
    const content = fromPortable(currentContent, { slug: '', categoryId: null }, categories)
    const cover = content.cover !== null && media.mediaFile(content.cover) ? content.cover : null
    const categoryId = categories.ensurePath(currentContent.category)
    return articles.createFromImport({ ...content, cover, categoryId }, uid)
  }

  /** Answers whether anything changed. */
  function bringTogether({ bundle, here, versions }: Reading, choices: Choices): boolean {
    if (!here || !versions) return false
    const { base, mine, theirs } = versions
    const merge = mergeContents(base, mine, theirs)
    if (merge.conflicts.some(({ id }) => choices[id] === undefined))
      throw refused('bundle-conflicts', merge.conflicts.map(({ id }) => id).join(' '))
    const content = resolveMerge(merge, choices)
    if (canonicalJson(content) === canonicalJson(mine)) return false
    articles.replaceContent(here.id, here.version, content, {
      before: 'before_merge',
      after: { reason: 'merge', author: bundle.author },
    })
    return true
  }

  return {
    async export(articleId: ArticleId): Promise<File> {
      const article = articles.get(articleId)
      const currentContent = toPortable(articles.content(articleId), categories)
      const content = contentHash(currentContent)
      const known = repository.known(articleId)
      const base = known.findLast((entry) => entry.shared && entry.content) ??
        known.find((entry) => entry.content) ?? { hash: content, content: currentContent }
      const ancestors = known
        .filter((entry) => entry.shared || entry.content)
        .map(({ hash }) => hash)
        .slice(-ancestorsSent)
      const exportedAt = clock.now()
      repository.remember(articleId, { hash: content, shared: false, content: currentContent })
      const mark = markOf({ content, ancestors, exportedAt })
      repository.remember(articleId, { hash: mark, shared: false, content: null })
      const files = new Map<string, Uint8Array<ArrayBuffer>>()
      const names: Bundle['media'] = []
      const shown = [...usedMedia(currentContent.doc), ...(article.cover ? [article.cover] : [])]
      for (const id of new Set(shown)) {
        const file = media.mediaFile(id)
        const bytes = file && (await readFile(file.path).catch(() => null))
        if (!file || !bytes) continue
        files.set(id, new Uint8Array(bytes))
        const { fileName } = media.get(id as Bundle['media'][number]['id'])
        names.push({ id: id as Bundle['media'][number]['id'], fileName })
      }
      const bytes = await packBundle({
        uid: article.uid,
        author: author(),
        exportedAt,
        base: base.hash,
        content,
        ancestors,
        media: names,
        baseContent: base.content ?? currentContent,
        currentContent,
        threads: threads.export(articleId, currentContent.doc),
        files,
      })
      return new File([bytes], fileNameOf(article.title || article.slug), { type: 'application/zip' })
    },

    async inspect(file: Blob): Promise<BundleInspection> {
      const bundle = await readBundle(new Uint8Array(await file.arrayBuffer()))
      const { outcome, here, versions } = read(bundle)
      const { category, title, doc } = bundle.currentContent
      return {
        uid: bundle.uid,
        title,
        author: bundle.author,
        exportedAt: bundle.exportedAt,
        characters: textLength(plainText(doc)).characters,
        pictures: bundle.media.length,
        comments: countComments(bundle),
        outcome,
        article: here,
        versions,
        unknownCategory:
          category.length > 0 && categories.find(category) === null ? category.join(' / ') : null,
      }
    },

    async merge(
      file: Blob,
      { baseVersion, choices }: { baseVersion?: number | undefined; choices: Choices },
    ): Promise<{ articleId: ArticleId; outcome: BundleOutcome }> {
      const bundle = await readBundle(new Uint8Array(await file.arrayBuffer()))
      countComments(bundle)
      // Asked before anything is written; it may change while pictures are.
      if (read(bundle).outcome !== 'nothing') await storePictures(bundle)
      const take = db.transaction(() => {
        const reading = read(bundle)
        const { here } = reading
        if (here && baseVersion !== undefined && here.version !== baseVersion)
          throw conflict(articles.get(here.id))
        const articleId = here?.id ?? create(bundle)
        const changed = here === null || bringTogether(reading, choices)
        if (bundle.threads !== undefined) threads.merge(articleId, bundle.threads)
        // One that came before says nothing new about which version is the last that both sides have.
        if (here && isKnown(bundle, repository.known(articleId))) repository.share(articleId, bundle.content)
        else remember(articleId, bundle)
        return { articleId, outcome: changed ? reading.outcome : ('nothing' as const) }
      })
      return take.immediate()
    },
  }
}

/** What every file system takes. */
function fileNameOf(title: string): string {
  const name = title.replace(/[\p{Cc}\p{Cf}\s<>:"/\\|?*]+/gu, ' ').trim()
  return `${name.slice(0, 80).trim() || 'article'}${bundleExtension}`
}

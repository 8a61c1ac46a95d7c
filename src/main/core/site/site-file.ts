import type { ArticleContent } from '#shared/contract/articles.ts'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'

/** What a deploy puts on the site and takes from it; everything else stays as it is live. */
export interface SiteChange {
  /** The pinned revisions, as confirmed; null: the content as it is in the library now, for plans (never confirmed). */
  publish: readonly { articleId: ArticleId; revisionId: RevisionId | null }[]
  withdraw: readonly ArticleId[]
  /** The moment of the change, epoch ms: publication time of articles that name none, and time of modification. */
  now: number
}

export interface SitePaths {
  /** Program data; themes are in `themes/<name>`. */
  readonly resourcesFolder: string
  readonly libraryFolder: string
}

export type SiteFileKind = 'asset' | 'media' | 'article' | 'redirect' | 'list' | 'feed' | 'fragment'

/** One file of the site, not made yet. */
export interface SiteFile {
  /** Relative to the site root, with slashes. */
  readonly path: string
  readonly kind: SiteFileKind
  /** Hash of what the file depends on, except blocks that are fragments too. Equal keys: no need to send it again. */
  readonly key: string
  /** Set by who compares lists of files: where the file was found just so. A file may outlive the list it is in. */
  held?: object
  /** Makes the file; `copyFrom` is the absolute path of a file to take as it is. */
  read(): Buffer | { copyFrom: string }
}

export interface SiteResponse {
  status: number
  contentType: string
  body: Buffer
}

export interface Site {
  /** Every file with its key, without making one. Order is the order of sending. */
  files(): SiteFile[]
  /**
   * The article's page as if it were published now, with `working` over its stored content. Byte-equal to what
   * `files()` holds for the same content.
   *
   * @throws NOT_FOUND; INVALID `theme` when the theme is broken.
   */
  article(id: ArticleId, working?: Partial<ArticleContent>): { path: string; html: string }
  /** Any page, asset, media or feed by its path on the site; null when there is none. */
  respond(path: string): SiteResponse | null
  /** Where the article is on the site; null while it is not. */
  pathOf(id: ArticleId): string | null
}

import type { ImportFailure, ImportFormat, RelatedEntry } from '#shared/contract/importing.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'

/** What a source file says, before anything of it is in the library. Each parser answers one. */
export interface ImportedArticle {
  format: ImportFormat
  title: string
  dek: string
  category: string
  byline: string
  tags: string[]
  sourceName: string
  sourceUrl: string
  /** As an export of Galley's wrote it; '' where the title decides. */
  slug: string
  /** A picture of the library or of `pictures`. */
  cover: string | null
  coverAlt: string
  publishTime: number | null
  views: number
  doc: DocumentJson
  /** Pictures that came inside the file; image nodes name them by `id`, the SHA-256 of the bytes. */
  pictures: Picture[]
  warnings: Warning[]
  related: Omit<RelatedEntry, 'exists'>[]
}

export interface Picture {
  id: string
  bytes: Uint8Array<ArrayBuffer>
  name: string
}

/** Something left out or changed, and how often. */
export interface Warning {
  reason:
    | 'repeated-title'
    | 'hot-links'
    | 'left-out-lines'
    | 'embeds'
    | 'unsafe-links'
    | 'missing-images'
    | 'remote-images'
    | 'template-tags'
    | 'front-matter'
  count: number
}

export interface SourceFile {
  fileName: string
  text: string
}

export interface ParseOptions {
  /** IANA name of the zone that times without an offset are in. */
  timeZone: string
}

export type ParseResult =
  | { failure: ImportFailure; encoding: string | null }
  | { failure: null; encoding: string; article: ImportedArticle }

export const blankArticle = {
  title: '',
  dek: '',
  category: '',
  byline: '',
  tags: [],
  sourceName: '',
  sourceUrl: '',
  slug: '',
  cover: null,
  coverAlt: '',
  publishTime: null,
  views: 0,
  pictures: [],
  warnings: [],
  related: [],
} satisfies Partial<ImportedArticle>

import type { DocumentJson } from '#shared/document/document-json.ts'

/** An article on its way out: what a file says of it, names instead of ids. */
export interface ExportedArticle {
  slug: string
  title: string
  dek: string
  byline: string
  category: string
  tags: readonly string[]
  sourceName: string
  sourceUrl: string
  cover: string | null
  coverAlt: string
  /** When it is or is to be published; null where nobody has said. */
  publishTime: number | null
  doc: DocumentJson
}

/** The original of a picture: its path and name in the library, its size in pixels. */
export interface ExportedPicture {
  id: string
  path: string
  mime: string
  fileName: string
  width: number
  height: number
}

export type FindPicture = (id: string) => ExportedPicture | null

/** What a page of the file is told of its surroundings. */
export interface ExportSurroundings {
  findPicture: FindPicture
  /** Address on the site of another article; null while it is not there. */
  articleUrl(uid: string): string | null
  /** 2025-07-31T11:36:49+08:00, in the site's zone. */
  isoTime(time: number): string
  /** 2025-07-31 11:36:49 */
  textTime(time: number): string
  /** Of the site, e.g. zh-CN. */
  language: string
}

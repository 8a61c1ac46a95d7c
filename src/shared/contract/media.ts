import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleState } from '../model/article-state.ts'
import { ArticleId, MediaId } from '../model/ids.ts'
import { base, Page, Timestamp } from './base.ts'

export const MediaKind = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
])

/** A smaller form of a picture, made beside it. */
export const Rendition = z.object({
  format: z.enum(['avif', 'webp']),
  width: z.number().int(),
  bytes: z.number().int(),
})
export type Rendition = z.infer<typeof Rendition>

/** A place in a picture, as shares of its width and height. */
export const Focus = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
export type Focus = z.infer<typeof Focus>

/** What people say about a picture. Alt, caption and credit are what it is inserted into a text with. */
export const MediaWords = z.object({
  fileName: z.string().trim().min(1).max(200),
  alt: z.string().max(500),
  caption: z.string().max(1000),
  credit: z.string().max(200),
  description: z.string().max(2000),
})

export const Media = MediaWords.extend({
  id: MediaId,
  fileName: z.string(),
  mime: MediaKind,
  bytes: z.number().int(),
  /** Pixels, orientation applied. */
  width: z.number().int(),
  height: z.number().int(),
  createdAt: Timestamp,
  /** Known once its renditions are made. */
  animated: z.boolean(),
  /** What must stay in sight where it is cropped; null: the middle. */
  focus: Focus.nullable(),
  /** The picture that this one was cut, turned or mirrored from. */
  derivedFrom: MediaId.nullable(),
  /** What a phone loads of it. */
  phoneBytes: z.number().int(),
  renditions: z.array(Rendition),
})
export type Media = z.infer<typeof Media>

export const ListedMedia = Media.extend({
  /** Articles that show it, the trash included. */
  uses: z.number().int(),
})
export type ListedMedia = z.infer<typeof ListedMedia>

export const MediaFilter = z.object({
  /** 'unused': neither an article, the site, a kept version nor a template shows it. 'heavy': beyond the budget of the settings. */
  only: z.enum(['unused', 'missingAlt', 'heavy']).optional(),
  kind: z.union([MediaKind, z.literal('animated')]).optional(),
})
export type MediaFilter = z.infer<typeof MediaFilter>

export const MediaSort = z.enum(['newest', 'largest', 'mostUsed'])
export type MediaSort = z.infer<typeof MediaSort>

export const MediaUsage = z.object({
  articles: z.array(
    z.object({
      id: ArticleId,
      title: z.string(),
      state: ArticleState,
      trashed: z.boolean(),
      /** Where it stands now, in the library. */
      inBody: z.boolean(),
      asCover: z.boolean(),
      /** The page on the site shows it. */
      onSite: z.boolean(),
    }),
  ),
  /** Kept versions that show it, of whatever article. */
  versions: z.number().int(),
  /** A template or a snippet shows it. */
  inTemplates: z.boolean(),
})
export type MediaUsage = z.infer<typeof MediaUsage>

/** Applied in this order: turn, mirror, cut. The cut is in shares of the turned picture. */
export const PictureEdit = z.object({
  rotate: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  flipX: z.boolean().default(false),
  flipY: z.boolean().default(false),
  crop: z
    .object({
      x: z.number().min(0).max(1),
      y: z.number().min(0).max(1),
      width: z.number().gt(0).max(1),
      height: z.number().gt(0).max(1),
    })
    .nullable()
    .default(null),
})
export type PictureEdit = z.infer<typeof PictureEdit>

export const ReplaceProgress = z.object({
  done: z.number().int(),
  total: z.number().int(),
  /** Articles changed so far; hand them to `replace` the other way round to undo. */
  articleIds: z.array(ArticleId),
})
export type ReplaceProgress = z.infer<typeof ReplaceProgress>

export const MediaStatus = z.object({
  /** Pictures whose renditions are still to be made. */
  pending: z.number().int(),
  /** Why that stopped; it goes on with the next picture or start. */
  problem: z.enum(['disk-full', 'read-only', 'io']).nullable(),
})
export type MediaStatus = z.infer<typeof MediaStatus>

export const MediaChange = MediaStatus.extend({
  /** The pictures that are new or changed; or those that are `gone`. */
  ids: z.array(MediaId),
  gone: z.boolean(),
})
export type MediaChange = z.infer<typeof MediaChange>

/** A picture on its way from another site; the last one carries the file. */
export const PictureFetch = z.object({
  /** Bytes. */
  received: z.number().int(),
  /** Null where the other site does not say. */
  total: z.number().int().nullable(),
  media: Media.nullable(),
})
export type PictureFetch = z.infer<typeof PictureFetch>

export const media = {
  /**
   * Stores an image once by content; the same bytes again answer the same row. INVALID `not-an-image` |
   * `unsupported-image` | `too-large` (over 50 MB or 100 megapixels).
   */
  upload: base.input(z.object({ file: z.file() })).output(Media),
  get: base.input(z.object({ id: MediaId })).output(Media),
  /** Searches name, alt, caption, credit and description. */
  list: base
    .input(
      z.object({
        query: z.string().default(''),
        filter: MediaFilter.default({}),
        sort: MediaSort.default('newest'),
        ...Page,
      }),
    )
    .output(z.object({ total: z.number().int(), items: z.array(ListedMedia) })),
  usage: base.input(z.object({ id: MediaId })).output(MediaUsage),
  update: base
    .input(
      z.object({ id: MediaId, changes: MediaWords.partial().extend({ focus: Focus.nullable().optional() }) }),
    )
    .output(Media),
  /** Makes a new picture; the one it comes from stays. INVALID `not-editable` for drawings and animations. */
  edit: base.input(z.object({ id: MediaId, edit: PictureEdit })).output(Media),
  /**
   * Puts one picture in the place of another in every article, or in the given ones; each keeps the version before.
   * Ending the stream stops after the article under way.
   */
  replace: base
    .input(z.object({ from: MediaId, to: MediaId, articleIds: z.array(ArticleId).optional() }))
    .output(eventIterator(ReplaceProgress)),
  /** Deletes for good what nothing shows; the others are kept. */
  delete: base
    .input(z.object({ ids: z.array(MediaId).min(1).max(10_000) }))
    .output(z.object({ deleted: z.array(MediaId), kept: z.array(MediaId) })),
  /** What a phone loads of these pictures together. */
  weigh: base
    .input(z.object({ ids: z.array(MediaId).max(10_000) }))
    .output(z.object({ bytes: z.number().int() })),
  /** Groups of pictures that look the same though their bytes differ, each with the largest first. */
  duplicates: base.output(z.array(z.array(ListedMedia))),
  status: base.output(MediaStatus),
  /** Announced after commit, and while renditions are made. */
  changed: base.output(eventIterator(MediaChange)),
  /**
   * Stores the picture behind an address of the web. Streams progress; ending the stream cancels. INVALID
   * `picture-address` and as in `upload`; REFUSED `private-address` (the address, or one that it leads to, is not of
   * the public internet), `fetch-status` (detail: the status), `fetch-unreachable`, `fetch-broken`, `fetch-timeout`,
   * `too-many-redirects`.
   */
  fetch: base.input(z.object({ url: z.string().max(8000) })).output(eventIterator(PictureFetch)),
}

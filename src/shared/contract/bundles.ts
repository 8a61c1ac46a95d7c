import { z } from 'zod'
import { ArticleId } from '../model/ids.ts'
import { Article, ArticleContent } from './articles.ts'
import { base, Timestamp } from './base.ts'

/** How files that hold a review bundle are called. */
export const bundleExtension = '.galley'

/** What taking a bundle in would do here. */
export const BundleOutcome = z.enum([
  /** The library does not have the article: it is created. */
  'create',
  /** Nothing in it is new. */
  'nothing',
  /** Nothing was changed here since: the article becomes what the bundle has. */
  'forward',
  /** Both sides changed, in different places. */
  'merge',
  /** Both sides changed the same places; somebody has to choose. */
  'conflicts',
])
export type BundleOutcome = z.infer<typeof BundleOutcome>

export const BundleInspection = z.object({
  uid: z.string(),
  title: z.string(),
  /** Who sent it, as they call themselves; '' when they did not say. */
  author: z.string(),
  exportedAt: Timestamp,
  characters: z.number().int(),
  pictures: z.number().int(),
  comments: z.number().int(),
  outcome: BundleOutcome,
  /** The article as it is here. */
  article: z.object({ id: ArticleId, version: z.number().int() }).nullable(),
  /** What the two sides wrote; `base` is null where no common version is known. Null for `create` and `nothing`. */
  versions: z
    .object({ base: ArticleContent.nullable(), mine: ArticleContent, theirs: ArticleContent })
    .nullable(),
  /** The category that it has there, when this library has none of that name. */
  unknownCategory: z.string().nullable(),
})
export type BundleInspection = z.infer<typeof BundleInspection>

const file = z.file()

/**
 * Review bundles: one file that carries an article with its pictures and comments to another machine and back.
 * INVALID `not-a-bundle` | `bundle-damaged` | `bundle-too-large`; REFUSED `bundle-newer` | `trashed`.
 */
export const bundles = {
  export: base.input(z.object({ articleId: ArticleId })).output(z.file()),
  /** Reads and checks everything; nothing is written to the library. */
  inspect: base.input(z.object({ file })).output(BundleInspection),
  /**
   * Takes a bundle in. What was here is kept as a revision, what comes of it as another. `choices` by the id of the
   * conflict, see `mergeContents`; REFUSED `bundle-conflicts` while one is undecided. The same bundle again changes
   * nothing.
   */
  merge: base
    .input(
      z.object({
        file,
        /** The version that was inspected; without it, whatever is stored. */
        baseVersion: z.number().int().optional(),
        choices: z.record(z.string(), z.enum(['mine', 'theirs', 'both'])).default({}),
      }),
    )
    .output(z.object({ articleId: ArticleId, outcome: BundleOutcome }))
    .errors({ CONFLICT: { data: z.object({ current: Article }) } }),
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleId } from '../model/ids.ts'
import { base, Timestamp } from './base.ts'

export const ImportFormat = z.enum(['saved-page', 'text', 'markdown', 'html'])
export type ImportFormat = z.infer<typeof ImportFormat>

/** An entry of 相关文章 or 最新帖子 on a saved page: it may become a draft without a body. */
export const RelatedEntry = z.object({
  title: z.string(),
  category: z.string(),
  publishTime: Timestamp.nullable(),
  views: z.number().int(),
  /** An article of this title is in the library already. */
  exists: z.boolean(),
})
export type RelatedEntry = z.infer<typeof RelatedEntry>

export const ImportFailure = z.enum([
  'empty',
  'too-large',
  'binary',
  'unknown-encoding',
  'no-content',
  'unreadable',
])
export type ImportFailure = z.infer<typeof ImportFailure>

export const ImportItem = z.object({
  fileName: z.string(),
  /** Why the file can't be imported; null when it can. */
  failure: ImportFailure.nullable(),
  format: ImportFormat.nullable(),
  encoding: z.string().nullable(),
  title: z.string(),
  category: z.string(),
  byline: z.string(),
  publishTime: Timestamp.nullable(),
  views: z.number().int(),
  characters: z.number().int(),
  headings: z.array(z.string()),
  /** Things left out or changed, as keys with a count. */
  warnings: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  exists: z.boolean(),
  related: z.array(RelatedEntry),
})
export type ImportItem = z.infer<typeof ImportItem>

export const ImportProgress = z.object({
  done: z.number().int(),
  total: z.number().int(),
  created: z.array(ArticleId),
  failed: z.array(z.object({ fileName: z.string(), reason: z.string() })),
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const importing = {
  /** Reads the files and says what each would become. Nothing is written to the library. */
  inspect: base
    .input(z.object({ files: z.array(z.file()).min(1).max(2000) }))
    .output(z.object({ batchId: z.string(), items: z.array(ImportItem) })),
  /**
   * Imports the chosen items of a batch, each in one transaction. Streams progress; ending the stream cancels what
   * has not begun. NOT_FOUND when the batch has expired.
   */
  commit: base
    .input(
      z.object({
        batchId: z.string(),
        items: z.array(
          z.object({ index: z.number().int().min(0), related: z.array(z.number().int().min(0)).default([]) }),
        ),
      }),
    )
    .output(eventIterator(ImportProgress)),
  discard: base.input(z.object({ batchId: z.string() })).output(z.void()),
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleId } from '../model/ids.ts'
import { base } from './base.ts'

export const ExportFormat = z.enum(['markdown', 'html', 'docx', 'pdf'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** What a finished export is: lying where the person chose, or waiting to be fetched. */
export const ExportedFile = z.object({
  name: z.string(),
  bytes: z.number().int(),
  /** Absolute path where a dialog of the operating system asked for one. */
  saved: z.string().nullable(),
  /** Address under the app's own where the window downloads it; for as long as this session lasts. */
  download: z.string().nullable(),
})
export type ExportedFile = z.infer<typeof ExportedFile>

export const ExportProgress = z.object({
  /** Articles. */
  done: z.number().int(),
  total: z.number().int(),
  /** At the end; null before, and when the dialog was dismissed. */
  file: ExportedFile.nullable(),
})
export type ExportProgress = z.infer<typeof ExportProgress>

/** How a copy for a WeChat account looks. */
export const WeChatStyle = z.enum(['plain', 'press', 'accent'])
export type WeChatStyle = z.infer<typeof WeChatStyle>

/** What goes into the clipboard. */
export const Copy = z.object({ html: z.string(), text: z.string() })
export type Copy = z.infer<typeof Copy>

const one = z.object({ articleId: ArticleId })

export const exporting = {
  /**
   * Writes the articles as they are saved: one becomes a file, or an archive when it has pictures beside it; several
   * become an archive. Ends without a file when the person dismisses the dialog; ending the stream cancels. REFUSED
   * `no-browser` when nothing here can print; INVALID `one-article` for a PDF of several.
   */
  export: base
    .input(
      z.object({
        articleIds: z.array(ArticleId).min(1).max(100_000),
        format: ExportFormat,
        /** Of HTML: pictures within the file, or beside it. */
        pictures: z.enum(['inside', 'beside']).default('inside'),
      }),
    )
    .output(eventIterator(ExportProgress)),
  /** The body as HTML without anything of Galley's, pictures inside. */
  html: base.input(one).output(Copy),
  /** The body as the editor of a WeChat account keeps it: styles inline, links of others gathered at the end. */
  weChat: base.input(one.extend({ style: WeChatStyle })).output(
    Copy.extend({
      /** Kinds of things that could not come along as they are, as keys, with how many. */
      warnings: z.array(
        z.object({ reason: z.enum(['missing-pictures', 'embeds', 'formulas']), count: z.number().int() }),
      ),
    }),
  ),
}

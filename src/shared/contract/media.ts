import { z } from 'zod'
import { MediaId } from '../model/ids.ts'
import { base, Page, Timestamp } from './base.ts'

export const Media = z.object({
  id: MediaId,
  fileName: z.string(),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml']),
  bytes: z.number().int(),
  /** Pixels, orientation applied. */
  width: z.number().int(),
  height: z.number().int(),
  createdAt: Timestamp,
})
export type Media = z.infer<typeof Media>

export const media = {
  /**
   * Stores an image once by content; the same bytes again answer the same row. INVALID `not-an-image` |
   * `unsupported-image` | `too-large` (over 50 MB or 100 megapixels).
   */
  upload: base.input(z.object({ file: z.file() })).output(Media),
  get: base.input(z.object({ id: MediaId })).output(Media),
  /** Newest first. */
  list: base
    .input(z.object({ query: z.string().default(''), ...Page }))
    .output(z.object({ total: z.number().int(), items: z.array(Media) })),
}

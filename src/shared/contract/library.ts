import { z } from 'zod'
import { base, Timestamp } from './base.ts'

export const LibraryInfo = z.object({
  folder: z.string(),
  schemaVersion: z.number().int(),
  articleCount: z.number().int(),
  databaseBytes: z.number().int(),
  /** The last session ended without closing; the library was checked on opening. */
  recoveredFromCrash: z.boolean(),
  /** The folder seems to belong to a cloud-sync program, which can corrupt a library. Its name, e.g. OneDrive. */
  syncedFolder: z.string().nullable(),
})
export type LibraryInfo = z.infer<typeof LibraryInfo>

export const Backup = z.object({ file: z.string(), bytes: z.number().int(), createdAt: Timestamp })
export type Backup = z.infer<typeof Backup>

export const LibraryCheck = z.object({
  ok: z.boolean(),
  problems: z.array(z.string()),
  /** Entries of the search index that were missing, orphaned or of another text, and are right now. */
  mended: z.number().int(),
})
export type LibraryCheck = z.infer<typeof LibraryCheck>

export const library = {
  info: base.output(LibraryInfo),
  /** Fills an empty library with the sample articles. REFUSED `not-empty`. */
  loadSample: base.output(z.object({ articles: z.number().int() })),
  /** Database integrity, foreign keys, media files against rows; the search index is mended by the articles. */
  check: base.output(LibraryCheck),
  /**
   * One archive of database and media, written while the library stays open. `to`: an absolute file path; default:
   * backups/. INVALID `path-not-absolute`, REFUSED `exists`.
   */
  backup: base.input(z.object({ to: z.string().optional() })).output(Backup),
  /** Newest first, the daily copies of the database included. */
  backups: base.output(z.array(Backup)),
}

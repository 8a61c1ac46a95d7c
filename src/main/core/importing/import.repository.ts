import type { Database } from 'better-sqlite3'

export type ImportRepository = ReturnType<typeof createImportRepository>

/** What an import has to know of the library. */
export function createImportRepository(db: Database) {
  const title = db
    .prepare<[string], number>('SELECT 1 FROM articles WHERE title = ? AND trashed_at IS NULL LIMIT 1')
    .pluck()
  return { hasTitle: (text: string): boolean => title.get(text) !== undefined }
}

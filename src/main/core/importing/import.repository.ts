import type { Database } from 'better-sqlite3'
import type { CategoryId } from '#shared/model/ids.ts'

export type ImportRepository = ReturnType<typeof createImportRepository>

/** What an import has to know of the library. */
export function createImportRepository(db: Database) {
  const title = db
    .prepare<[string], number>('SELECT 1 FROM articles WHERE title = ? AND trashed_at IS NULL LIMIT 1')
    .pluck()
  const category = db
    .prepare<[string], CategoryId>(/* sql */ `
      SELECT id FROM categories WHERE name = ? COLLATE NOCASE ORDER BY parent_id IS NOT NULL, id LIMIT 1`)
    .pluck()
  return {
    hasTitle: (text: string): boolean => title.get(text) !== undefined,
    /** The topmost category of that name. */
    findCategory: (name: string): CategoryId | undefined => category.get(name),
  }
}

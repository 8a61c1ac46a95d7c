import type { Database } from 'better-sqlite3'

export interface CategoryRow {
  id: number
  parent_id: number | null
  name: string
  slug: string
  description: string
  position: number
}

export type CategoryRepository = ReturnType<typeof createCategoryRepository>

export function createCategoryRepository(db: Database) {
  const all = db.prepare<[], CategoryRow>('SELECT * FROM categories ORDER BY position, id')
  const find = db.prepare<[number], CategoryRow>('SELECT * FROM categories WHERE id = ?')
  const findByName = db.prepare<[string], CategoryRow>(
    'SELECT * FROM categories WHERE name = ? COLLATE NOCASE ORDER BY parent_id IS NOT NULL, id LIMIT 1',
  )
  const counts = db.prepare<[], { id: number; n: number }>(/* sql */ `
    SELECT category_id AS id, count(*) AS n FROM articles
    WHERE trashed_at IS NULL AND category_id IS NOT NULL GROUP BY category_id`)
  const hasSlug = db
    .prepare<[string, number], 1>('SELECT 1 FROM categories WHERE slug = ? AND id <> ?')
    .pluck()
  const insert = db.prepare<Omit<CategoryRow, 'id'>>(/* sql */ `
    INSERT INTO categories (parent_id, name, slug, description, position)
    VALUES (:parent_id, :name, :slug, :description, :position)`)
  const update = db.prepare<CategoryRow>(/* sql */ `
    UPDATE categories SET parent_id = :parent_id, name = :name, slug = :slug, description = :description,
      position = :position
    WHERE id = :id`)
  const reassign = db.prepare<{ id: number; intoId: number | null }>(
    'UPDATE articles SET category_id = :intoId WHERE category_id = :id',
  )
  const remove = db.prepare<[number]>('DELETE FROM categories WHERE id = ?')

  return {
    /** Siblings in order; parents not before children. */
    all: () => all.all(),
    find: (id: number) => find.get(id),
    /** By name in any case, at the top first. */
    findByName: (name: string) => findByName.get(name),
    articleCounts: () => new Map(counts.all().map(({ id, n }) => [id, n])),
    hasSlug: (slug: string, exceptId: number) => hasSlug.get(slug, exceptId) !== undefined,
    insert: (row: Omit<CategoryRow, 'id'>) => Number(insert.run(row).lastInsertRowid),
    update: (row: CategoryRow) => void update.run(row),
    /** Answers how many articles moved, those in the trash included. */
    reassign: (id: number, intoId: number | null) => reassign.run({ id, intoId }).changes,
    delete: (id: number) => void remove.run(id),
  }
}

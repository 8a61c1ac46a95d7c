import type { Database } from 'better-sqlite3'
import { schemaVersion } from '../database/migrate.ts'
import type { ImageType } from '../media/image-type.ts'

export type LibraryRepository = ReturnType<typeof createLibraryRepository>

export function createLibraryRepository(db: Database) {
  // Counting all and taking off the trash is quicker than counting what is not in the trash.
  const articles = db
    .prepare<[], number>(/* sql */ `
      SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM articles WHERE trashed_at IS NOT NULL)`)
    .pluck()
  const hasArticles = db.prepare<[], 1>('SELECT 1 FROM articles LIMIT 1').pluck()
  const media = db.prepare<[], { id: string; mime: ImageType }>('SELECT id, mime FROM media')
  return {
    schemaVersion: () => schemaVersion(db),
    articleCount: () => articles.get() ?? 0,
    isEmpty: () => hasArticles.get() === undefined,
    media: () => media.all(),
  }
}

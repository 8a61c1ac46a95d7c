import type { Database } from 'better-sqlite3'
import type { ArticleId } from '#shared/model/ids.ts'

export function createExportRepository(db: Database) {
  const byUid = db.prepare<[string], ArticleId>('SELECT id FROM articles WHERE uid = ?').pluck()
  return {
    articleByUid: (uid: string): ArticleId | undefined => byUid.get(uid),
  }
}

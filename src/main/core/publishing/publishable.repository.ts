import type { Database } from 'better-sqlite3'
import type { ArticleState } from '#shared/model/article-state.ts'
import type { ArticleId } from '#shared/model/ids.ts'

/** What a plan has to know of an article. */
export interface Publishable {
  id: ArticleId
  title: string
  dek: string
  version: number
  /** The last version that changed what readers get. */
  contentVersion: number
  state: ArticleState
  confirmed: number | null
  trashed: 0 | 1
  categoryId: number | null
  cover: string | null
  characters: number
  /** Open suggestions, and threads of comments that are not resolved. */
  suggestions: number
  comments: number
  /** Somebody has approved it as it is. */
  approved: 0 | 1
  /** What a phone loads of its pictures, bytes. */
  pictureBytes: number
  /** It is on the site. */
  live: 0 | 1
}

export type PublishableRepository = ReturnType<typeof createPublishableRepository>

/** Reads articles the way publishing looks at them. */
export function createPublishableRepository(db: Database) {
  const select = /* sql */ `
    SELECT a.id, a.title, a.dek, a.version, a.content_version AS contentVersion, a.state, a.confirmed_version AS confirmed,
      a.trashed_at IS NOT NULL AS trashed, a.category_id AS categoryId, a.cover, a.characters, a.suggestions,
      (SELECT count(*) FROM comment_threads c WHERE c.article_id = a.id AND c.resolved_at IS NULL) AS comments,
      EXISTS (SELECT 1 FROM reviews r WHERE r.article_id = a.id AND r.kind = 'approved' AND r.ended_at IS NULL)
        AS approved,
      (SELECT coalesce(sum(phone_bytes), 0) FROM media WHERE id IN (
        SELECT media_id FROM article_media WHERE article_id = a.id UNION SELECT a.cover)) AS pictureBytes,
      l.article_id IS NOT NULL AS live
    FROM articles a LEFT JOIN live_revisions l ON l.article_id = a.id`
  // Counts as published, but no deploy of this library has brought it to a site: articles of the sample, for one.
  const notYetLive = "(a.state = 'published' AND l.article_id IS NULL)"
  const find = db.prepare<[number], Publishable>(`${select} WHERE a.id = ?`)
  const changed = db.prepare<[number], Publishable>(/* sql */ `
    ${select} WHERE a.trashed_at IS NULL AND (a.state = 'approved' OR a.changed = 1
      OR (a.state = 'scheduled' AND a.scheduled_at <= ?) OR ${notYetLive}) ORDER BY a.id`)
  const unpublished = db.prepare<[], Publishable>(/* sql */ `
    ${select} WHERE a.trashed_at IS NULL AND a.state <> 'withdrawn'
      AND (a.state <> 'published' OR a.changed = 1 OR ${notYetLive}) ORDER BY a.id`)
  const live = db.prepare<[], number>('SELECT count(*) FROM live_revisions').pluck()
  const settings = db.prepare<[], string>("SELECT value FROM settings WHERE name = 'site'").pluck()

  return {
    find: (id: ArticleId) => find.get(id),
    /** Approved, scheduled and due, or edited since publication. */
    changed: (now: number) => changed.all(now),
    /** Everything but the trash and what was withdrawn on purpose. */
    unpublished: () => unpublished.all(),
    liveCount: (): number => live.get() ?? 0,
    siteSettings: (): string => settings.get() ?? '',
  }
}

import type { Database } from 'better-sqlite3'
import type { ArticleId, RevisionId, TargetId } from '#shared/model/ids.ts'

export interface Schedule {
  articleId: ArticleId
  targetId: TargetId
  /** What was confirmed when the article was scheduled. */
  revisionId: RevisionId
  version: number
  at: number
}

export type ScheduleRepository = ReturnType<typeof createScheduleRepository>

export function createScheduleRepository(db: Database) {
  const columns = /* sql */ `
    s.article_id AS articleId, s.target_id AS targetId, s.revision_id AS revisionId, s.version, s.at`
  const put = db.prepare<Schedule>(/* sql */ `
    INSERT OR REPLACE INTO schedules (article_id, target_id, revision_id, version, at)
    VALUES (:articleId, :targetId, :revisionId, :version, :at)`)
  const remove = db.prepare<[number]>('DELETE FROM schedules WHERE article_id = ?')
  // An article may have left the state by other ways; its schedule then says nothing any more.
  const stillScheduled = "a.state = 'scheduled' AND a.trashed_at IS NULL"
  const due = db.prepare<[number], Schedule>(/* sql */ `
    SELECT ${columns} FROM schedules s JOIN articles a ON a.id = s.article_id
    WHERE s.at <= ? AND ${stillScheduled} ORDER BY s.at, s.article_id`)
  const next = db
    .prepare<[], number | null>(
      `SELECT min(s.at) FROM schedules s JOIN articles a ON a.id = s.article_id WHERE ${stillScheduled}`,
    )
    .pluck()
  const ofTarget = db
    .prepare<[number], number>(
      `SELECT count(*) FROM schedules s JOIN articles a ON a.id = s.article_id WHERE s.target_id = ? AND ${stillScheduled}`,
    )
    .pluck()

  return {
    put: (schedule: Schedule) => void put.run(schedule),
    remove: (articleId: ArticleId) => void remove.run(articleId),
    due: (now: number) => due.all(now),
    next: (): number | null => next.get() ?? null,
    ofTarget: (id: TargetId): number => ofTarget.get(id) ?? 0,
  }
}

import type { Database } from 'better-sqlite3'
import type { Deploy } from '#shared/contract/publishing.ts'
import type { ArticleId, DeployId, JobId, RevisionId, TargetId } from '#shared/model/ids.ts'
import type { Applied } from './targets/target.ts'

export interface DeployRow {
  id: DeployId
  target_id: TargetId
  job_id: JobId | null
  state: Deploy['state']
  root: string
  restored: DeployId | null
  at: number
  created_at: number
  finished_at: number | null
  added: number
  changed: number
  removed: number
  files: number
  bytes: number
  kept: number
}

export interface DeployArticle {
  articleId: ArticleId
  title: string
  action: 'publish' | 'update' | 'withdraw'
  /** Null when the article is taken from the site. */
  revisionId: RevisionId | null
  version: number | null
  /** The moment of its publication, see SiteChange.now . */
  at: number | null
}

/** What is on the site of an article. */
export interface LiveRevision {
  revisionId: RevisionId
  version: number
  at: number
}

export type DeployRepository = ReturnType<typeof createDeployRepository>

export function createDeployRepository(db: Database) {
  const find = db.prepare<[number], DeployRow>('SELECT * FROM deploys WHERE id = ?')
  const list = db.prepare<[number, number], DeployRow>(
    'SELECT * FROM deploys WHERE target_id = ? ORDER BY id DESC LIMIT ?',
  )
  const insert = db.prepare<[number, string, number | null, number, number]>(
    'INSERT INTO deploys (target_id, root, restored, at, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  const setJob = db.prepare<[number, number]>('UPDATE deploys SET job_id = ? WHERE id = ?')
  const setState = db.prepare<[string, number | null, number]>(
    'UPDATE deploys SET state = ?, finished_at = ? WHERE id = ?',
  )
  const succeed = db.prepare<Record<string, number>>(/* sql */ `
    UPDATE deploys SET state = 'succeeded', finished_at = :now, added = :added, changed = :changed,
      removed = :removed, files = :files, bytes = :bytes, kept = 1 WHERE id = :id`)
  const setCurrent = db.prepare<[number, number]>('UPDATE targets SET current_deploy = ? WHERE id = ?')
  const newerSuccess = db
    .prepare<[number, number], number>(
      "SELECT count(*) FROM deploys WHERE target_id = ? AND id > ? AND state = 'succeeded'",
    )
    .pluck()

  const putArticle = db.prepare<Record<string, string | number | null>>(/* sql */ `
    INSERT OR REPLACE INTO deploy_articles (deploy_id, article_id, title, action, revision_id, version, at)
    VALUES (:deployId, :articleId, :title, :action, :revisionId, :version, :at)`)
  const articles = db.prepare<[number], DeployArticle>(/* sql */ `
    SELECT article_id AS articleId, title, action, revision_id AS revisionId, version, at
    FROM deploy_articles WHERE deploy_id = ? ORDER BY article_id`)
  const clearArticles = db.prepare<[number]>('DELETE FROM deploy_articles WHERE deploy_id = ?')
  const setPrevious = db.prepare<[number]>(/* sql */ `
    UPDATE deploy_articles SET (previous_revision_id, previous_version, previous_at) =
      (SELECT revision_id, version, at FROM live_revisions l WHERE l.article_id = deploy_articles.article_id)
    WHERE deploy_id = ?`)
  // With min(), SQLite takes the other columns from the row that has the minimum: the first deploy that is undone.
  const undone = db.prepare<[number, number], DeployArticle>(/* sql */ `
    SELECT article_id AS articleId, title, 'update' AS action, previous_revision_id AS revisionId,
      previous_version AS version, previous_at AS at, min(deploy_id) AS first
    FROM deploy_articles JOIN deploys d ON d.id = deploy_id
    WHERE d.target_id = ? AND d.id > ? AND d.state = 'succeeded' GROUP BY article_id ORDER BY article_id`)

  const live = db.prepare<[number], LiveRevision>(
    'SELECT revision_id AS revisionId, version, at FROM live_revisions WHERE article_id = ?',
  )
  const putLive = db.prepare<[number, number, number, number]>(
    'INSERT OR REPLACE INTO live_revisions (article_id, revision_id, version, at) VALUES (?, ?, ?, ?)',
  )
  const removeLive = db.prepare<[number]>('DELETE FROM live_revisions WHERE article_id = ?')

  const oldestKept = db
    .prepare<[number, number], DeployId>(
      'SELECT id FROM deploys WHERE target_id = ? AND kept = 1 ORDER BY id DESC LIMIT 1 OFFSET ?',
    )
    .pluck()
  const letGo = db.prepare<[number, number]>('UPDATE deploys SET kept = 0 WHERE target_id = ? AND id < ?')

  return {
    find: (id: number) => find.get(id),
    list: (targetId: TargetId, limit: number) => list.all(targetId, limit),
    insert: (targetId: TargetId, root: string, restored: DeployId | null, now: number): DeployId =>
      Number(insert.run(targetId, root, restored, now, now).lastInsertRowid) as DeployId,
    setJob: (id: DeployId, jobId: JobId) => void setJob.run(jobId, id),
    setState: (id: DeployId, state: Deploy['state'], finishedAt: number | null) =>
      void setState.run(state, finishedAt, id),
    succeed({ id, target_id }: DeployRow, applied: Omit<Applied, 'manifest'>, now: number) {
      const { added, changed, removed, files, bytes } = applied
      succeed.run({ id, now, added, changed, removed, files, bytes })
      setCurrent.run(id, target_id)
    },
    /** A later deploy of the target has succeeded. */
    isSuperseded: ({ target_id, id }: DeployRow): boolean => (newerSuccess.get(target_id, id) ?? 0) > 0,
    articles: (id: DeployId): DeployArticle[] => articles.all(id),
    setArticles(id: DeployId, list: readonly DeployArticle[]) {
      clearArticles.run(id)
      for (const { articleId, title, action, revisionId, version, at } of list)
        putArticle.run({ deployId: id, articleId, title, action, revisionId, version, at })
    },
    /** Notes what the deploy takes the place of; call it before what is live changes. */
    keepPrevious: (id: DeployId) => void setPrevious.run(id),
    /** What each article that was deployed after `id` was before that; revisionId null: not on the site. */
    before: (targetId: TargetId, id: DeployId): DeployArticle[] => undone.all(targetId, id),
    live: (articleId: ArticleId) => live.get(articleId),
    setLive(articleId: ArticleId, revision: LiveRevision | null) {
      if (revision) putLive.run(articleId, revision.revisionId, revision.version, revision.at)
      else removeLive.run(articleId)
    },
    /** Keeps the newest ones; answers the oldest of them once there are so many. */
    keepNewest(targetId: TargetId, count: number): DeployId | undefined {
      const oldest = oldestKept.get(targetId, count - 1)
      if (oldest !== undefined) letGo.run(targetId, oldest)
      return oldest
    },
  }
}

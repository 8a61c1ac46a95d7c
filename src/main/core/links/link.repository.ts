import type { Database } from 'better-sqlite3'
import type { LinkedArticle } from '#shared/contract/links.ts'
import type { ArticleId } from '#shared/model/ids.ts'

interface LinkedRow {
  id: ArticleId
  uid: string
  title: string
  state: LinkedArticle['state']
  trashed: number
}

const toLinked = (row: LinkedRow): LinkedArticle => ({ ...row, trashed: row.trashed === 1 })

export type LinkRepository = ReturnType<typeof createLinkRepository>

/** Links between articles; they are written with the bodies that hold them. */
export function createLinkRepository(db: Database) {
  const columns = 'a.id, a.uid, a.title, a.state, a.trashed_at IS NOT NULL AS trashed'
  const byIds = db.prepare<[string], LinkedRow>(/* sql */ `
    SELECT ${columns} FROM json_each(?) wanted JOIN articles a ON a.id = wanted.value ORDER BY wanted.key`)
  const byUids = db.prepare<[string], LinkedRow>(/* sql */ `
    SELECT ${columns} FROM json_each(?) wanted JOIN articles a ON a.uid = wanted.value ORDER BY wanted.key`)
  const latest = db.prepare<[number], LinkedRow>(/* sql */ `
    SELECT ${columns} FROM articles a WHERE a.trashed_at IS NULL ORDER BY a.updated_at DESC, a.id DESC LIMIT ?`)
  const backlinks = db.prepare<[number], LinkedRow>(/* sql */ `
    SELECT ${columns} FROM articles target JOIN article_links l ON l.target_uid = target.uid
    JOIN articles a ON a.id = l.article_id
    WHERE target.id = ? AND a.trashed_at IS NULL ORDER BY a.updated_at DESC, a.id DESC`)

  return {
    /** In the order of the ids. */
    byIds: (ids: readonly ArticleId[]) => byIds.all(JSON.stringify(ids)).map(toLinked),
    byUids: (uids: readonly string[]) => byUids.all(JSON.stringify(uids)).map(toLinked),
    latest: (limit: number) => latest.all(limit).map(toLinked),
    backlinks: (id: ArticleId) => backlinks.all(id).map(toLinked),
  }
}

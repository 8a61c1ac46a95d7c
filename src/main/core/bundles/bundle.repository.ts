import type { Database } from 'better-sqlite3'
import type { ArticleId } from '#shared/model/ids.ts'
import type { PortableContent } from './portable-content.ts'

/** A content of an article that another machine knows, or may know. */
export interface KnownContent {
  hash: string
  /** Both sides have had it; else it was sent and nothing is known of it since. */
  shared: boolean
  /** Null for one that was only heard of. */
  content: PortableContent | null
}

interface KnownRow {
  hash: string
  shared: number
  content: Buffer | null
}

export type BundleRepository = ReturnType<typeof createBundleRepository>

export function createBundleRepository(db: Database) {
  const findArticle = db.prepare<[string], { id: ArticleId; trashed_at: number | null }>(
    'SELECT id, trashed_at FROM articles WHERE uid = ?',
  )
  const known = db.prepare<[number], KnownRow>(
    'SELECT hash, shared, content FROM bundle_contents WHERE article_id = ? ORDER BY position',
  )
  const remember = db.prepare<KnownRow & { articleId: number }>(/* sql */ `
    INSERT INTO bundle_contents (article_id, hash, position, shared, content)
    SELECT :articleId, :hash, coalesce(max(position), -1) + 1, :shared, :content
    FROM bundle_contents WHERE article_id = :articleId
    ON CONFLICT DO UPDATE SET position = excluded.position, shared = max(shared, excluded.shared),
      content = coalesce(content, excluded.content)`)
  const share = db.prepare<[number, string]>(
    'UPDATE bundle_contents SET shared = 1 WHERE article_id = ? AND hash = ?',
  )

  return {
    findArticle: (uid: string) => findArticle.get(uid),
    /** Oldest first. */
    known: (id: ArticleId): KnownContent[] =>
      known.all(id).map(({ hash, shared, content }) => ({
        hash,
        shared: shared === 1,
        content: content && (JSON.parse(String(content)) as PortableContent),
      })),
    remember: (articleId: ArticleId, { hash, shared, content }: KnownContent) =>
      void remember.run({
        articleId,
        hash,
        shared: shared ? 1 : 0,
        content: content && Buffer.from(JSON.stringify(content)),
      }),
    /** The other side turns out to have had it as well; its place among the versions stays. */
    share: (articleId: ArticleId, hash: string) => void share.run(articleId, hash),
  }
}

import type { Database } from 'better-sqlite3'
import type { Review } from '#shared/contract/reviews.ts'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'

interface ReviewRow {
  uid: string
  article_id: number
  kind: Review['kind']
  person: string
  addressee: string
  note: string
  hash: string | null
  revision_id: number | null
  created_at: number
  ended_at: number | null
}

export type NewReview = Omit<Review, 'endedAt'> & { hash: string | null }

const toReview = (row: ReviewRow): Review => ({
  uid: row.uid,
  articleId: row.article_id as ArticleId,
  kind: row.kind,
  person: row.person,
  addressee: row.addressee,
  note: row.note,
  revisionId: row.revision_id as RevisionId | null,
  createdAt: row.created_at,
  endedAt: row.ended_at,
})

export type ReviewRepository = ReturnType<typeof createReviewRepository>

export function createReviewRepository(db: Database) {
  const list = db.prepare<[number], ReviewRow>(
    'SELECT * FROM reviews WHERE article_id = ? ORDER BY created_at DESC, uid',
  )
  const standing = db
    .prepare<[number], string>(
      "SELECT hash FROM reviews WHERE article_id = ? AND kind = 'approved' AND ended_at IS NULL",
    )
    .pluck()
  const end = db.prepare<[number, number, Review['kind']]>(
    'UPDATE reviews SET ended_at = ? WHERE article_id = ? AND kind = ? AND ended_at IS NULL',
  )
  const insert = db.prepare<Omit<ReviewRow, 'ended_at'>>(/* sql */ `
    INSERT INTO reviews (uid, article_id, kind, person, addressee, note, hash, revision_id, created_at)
    VALUES (:uid, :article_id, :kind, :person, :addressee, :note, :hash, :revision_id, :created_at)`)
  const newest = db
    .prepare<[number], number | null>('SELECT max(created_at) FROM reviews WHERE article_id = ?')
    .pluck()

  return {
    /** Newest first. */
    list: (articleId: ArticleId) => list.all(articleId).map(toReview),
    /** The hash of the content whose approval stands. */
    standing: (articleId: ArticleId) => standing.get(articleId),
    /** Whether there was one of this kind that had not ended. */
    end: (articleId: ArticleId, kind: Review['kind'], now: number) =>
      end.run(now, articleId, kind).changes > 0,
    newest: (articleId: ArticleId): number => newest.get(articleId) ?? 0,
    insert: (review: NewReview) =>
      void insert.run({
        uid: review.uid,
        article_id: review.articleId,
        kind: review.kind,
        person: review.person,
        addressee: review.addressee,
        note: review.note,
        hash: review.hash,
        revision_id: review.revisionId,
        created_at: review.createdAt,
      }),
  }
}

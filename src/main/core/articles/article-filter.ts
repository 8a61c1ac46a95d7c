import type { Database } from 'better-sqlite3'
import type { ArticleFilter } from '#shared/contract/articles.ts'

export interface ArticleConditions {
  /** Conditions on `articles a`, never empty. */
  where: string
  params: Record<string, string | number>
}

export type ArticleConditionsOf = (
  filter: ArticleFilter,
  options?: { scan?: boolean; byUpdate?: boolean },
) => ArticleConditions

/**
 * Turns a filter into SQL over `articles a`. With `scan`, no condition chooses the index, so that the order of the list
 * can; `byUpdate` says that the order is that of `updated_at`, where its bounds help.
 */
export function createArticleConditions(db: Database): ArticleConditionsOf {
  const below = db
    .prepare<[number], number>(/* sql */ `
      WITH RECURSIVE below (id) AS (
        SELECT ? UNION SELECT c.id FROM categories c JOIN below ON c.parent_id = below.id
      ) SELECT id FROM below`)
    .pluck()
  const tag = db.prepare<[string], number>('SELECT id FROM tags WHERE name = ?').pluck()
  const byline = db.prepare<[string], number>('SELECT id FROM bylines WHERE name = ?').pluck()

  return (filter, { scan = false, byUpdate = false } = {}) => {
    const parts: string[] = []
    const params: Record<string, string | number> = {}
    // A plus keeps SQLite from choosing an index by that condition.
    const plus = scan ? '+' : ''
    const placed = filter.categoryId !== undefined || filter.byline !== undefined
    const plusState = scan || placed ? '+' : ''
    const plusDate = scan && !byUpdate ? '+' : ''
    parts.push(filter.state === 'trash' ? 'a.trashed_at IS NOT NULL' : 'a.trashed_at IS NULL')
    if (filter.state === 'changed') parts.push('a.changed = 1')
    else if (filter.state !== undefined && filter.state !== 'trash') {
      parts.push(`${plusState}a.state = :state`)
      params.state = filter.state
    }
    if (filter.categoryId === null) parts.push(`${plus}a.category_id IS NULL`)
    else if (filter.categoryId !== undefined) {
      const ids = below.all(filter.categoryId)
      parts.push(`${plus}a.category_id IN (${ids.join(',')})`)
    }
    if (filter.byline !== undefined) {
      parts.push(`${plus}a.byline_id = :byline`)
      params.byline = byline.get(filter.byline) ?? 0
    }
    if (filter.tag !== undefined) {
      params.tag = tag.get(filter.tag) ?? 0
      parts.push(
        scan
          ? 'EXISTS (SELECT 1 FROM article_tags t WHERE t.article_id = a.id AND t.tag_id = :tag)'
          : 'a.id IN (SELECT t.article_id FROM article_tags t WHERE t.tag_id = :tag)',
      )
    }
    if (filter.from !== undefined) {
      parts.push(`${plusDate}a.updated_at >= :from`)
      params.from = filter.from
    }
    if (filter.to !== undefined) {
      parts.push(`${plusDate}a.updated_at < :to`)
      params.to = filter.to
    }
    return { where: parts.join(' AND '), params }
  }
}

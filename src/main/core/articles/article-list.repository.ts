import type { Database, Statement } from 'better-sqlite3'
import type { ArticleFilter, ArticleSort } from '#shared/contract/articles.ts'
import type { ArticleState } from '#shared/model/article-state.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { ArticleConditionsOf } from './article-filter.ts'

const columns: Record<ArticleSort['by'], string> = {
  updated: 'a.updated_at',
  created: 'a.created_at',
  published: 'a.published_at',
  title: 'a.title',
  views: 'a.views',
}

const isEmpty = (filter: ArticleFilter) => Object.values(filter).every((value) => value === undefined)

export type ArticleListRepository = ReturnType<typeof createArticleListRepository>

/** Pages and counts of the library; every query is meant to be answered from an index. */
export function createArticleListRepository(db: Database, conditionsOf: ArticleConditionsOf) {
  const statements = new Map<string, Statement<[Record<string, string | number>], number>>()
  const prepared = (sql: string) => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = db.prepare<[Record<string, string | number>], number>(sql).pluck()
      // Category ids stand in the text: don't keep one statement for every category ever looked at.
      if (statements.size > 200) statements.clear()
      statements.set(sql, statement)
    }
    return statement
  }
  const states = db.prepare<[], { state: ArticleState; n: number }>(
    'SELECT state, count(*) AS n FROM articles WHERE trashed_at IS NULL GROUP BY state',
  )
  const changed = db
    .prepare<[], number>('SELECT count(*) FROM articles WHERE changed = 1 AND trashed_at IS NULL')
    .pluck()
  const trash = db.prepare<[], number>('SELECT count(*) FROM articles WHERE trashed_at IS NOT NULL').pluck()

  const everything = db.prepare<[], number>('SELECT count(*) FROM articles').pluck()

  const total = (filter: ArticleFilter): number => {
    if (isEmpty(filter)) {
      return (everything.get() ?? 0) - (trash.get() ?? 0)
    }
    const { where, params } = conditionsOf(filter)
    return prepared(`SELECT count(*) FROM articles a WHERE ${where}`).get(params) ?? 0
  }

  return {
    page(filter: ArticleFilter, sort: ArticleSort, offset: number, limit: number) {
      const count = total(filter)
      if (offset >= count) return { total: count, ids: [] }
      // A filter that most articles pass: walking in order finds the page sooner than sorting all that match.
      const byUpdate = sort.by === 'updated'
      const { state, ...others } = filter
      const inOrderOfState = state !== undefined && byUpdate && isEmpty(others)
      const scan = count > 2000 && !inOrderOfState
      const { where, params } = conditionsOf(filter, { scan, byUpdate })
      const by = filter.state === 'trash' && sort.by === 'updated' ? 'a.trashed_at' : columns[sort.by]
      const ids = prepared(/* sql */ `
        SELECT a.id FROM articles a WHERE ${where}
        ORDER BY ${by} ${sort.direction}, a.id ${sort.direction} LIMIT :limit OFFSET :offset`).all({
        ...params,
        limit,
        offset,
      })
      return { total: count, ids: ids as ArticleId[] }
    },
    counts() {
      const found = Object.fromEntries(states.all().map(({ state, n }) => [state, n]))
      const count = (state: ArticleState) => found[state] ?? 0
      const all = Object.values(found).reduce((sum, n) => sum + n, 0)
      return {
        all,
        changed: changed.get() ?? 0,
        trash: trash.get() ?? 0,
        states: {
          draft: count('draft'),
          in_review: count('in_review'),
          approved: count('approved'),
          scheduled: count('scheduled'),
          published: count('published'),
          withdrawn: count('withdrawn'),
        } satisfies Record<ArticleState, number>,
      }
    },
  }
}

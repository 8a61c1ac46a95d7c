import type { Database } from 'better-sqlite3'
import { canTransition } from '#shared/model/article-state.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { conflict, notFound, refused } from '../errors.ts'
import type { ArticleRepository } from './article.repository.ts'
import type { ArticleService } from './article.service.ts'
import type { ArticleRow } from './article-row.ts'

/** What a deploy that succeeded means for the articles. */
export interface Publication {
  /** With the version that is on the site now. */
  published: readonly { id: ArticleId; version: number }[]
  withdrawn: readonly ArticleId[]
  /** The moment of publication for articles that name none. */
  now: number
}

export type ArticlePublicationService = ReturnType<typeof createArticlePublicationService>

/** What publishing and analytics tell the articles. Each call may be part of the caller's transaction. */
export function createArticlePublicationService({
  db,
  repository,
  articles,
  announce,
}: {
  db: Database
  repository: ArticleRepository
  articles: ArticleService
  announce: Announce
}) {
  const find = (id: ArticleId): ArticleRow => {
    const row = repository.find(id)
    if (!row) throw notFound('article', id)
    return row
  }

  return {
    /** Sets states and confirmed versions; articles deleted meanwhile are passed over. */
    apply({ published, withdrawn, now }: Publication): void {
      const work = db.transaction(() => {
        for (const { id, version } of published) repository.setPublished(id, version, now)
        for (const id of withdrawn) repository.setWithdrawn(id)
      })
      work.immediate()
      const ids = [...published.map(({ id }) => id), ...withdrawn]
      if (ids.length > 0) announce('articles.changed', { ids, kind: 'stateChanged' })
    },
    /** @throws NOT_FOUND, CONFLICT, REFUSED `transition` | `trashed` */
    schedule(id: ArticleId, baseVersion: number, at: number): { version: number } {
      const work = db.transaction(() => {
        const row = find(id)
        if (row.version !== baseVersion) throw conflict(articles.get(id))
        if (row.trashed_at !== null) throw refused('trashed')
        if (row.state !== 'scheduled' && !canTransition(row.state, 'scheduled')) throw refused('transition')
        repository.setState(id, 'scheduled', at)
        return { version: row.version }
      })
      const result = work.immediate()
      announce('articles.changed', { ids: [id], kind: 'stateChanged' })
      return result
    },
    /** The article is approved again; nothing happens to one that is not scheduled. */
    unschedule(id: ArticleId): { version: number } {
      const row = find(id)
      if (row.state === 'scheduled') {
        repository.setState(id, 'approved')
        announce('articles.changed', { ids: [id], kind: 'stateChanged' })
      }
      return { version: row.version }
    },
    /** Adds views read from logs; negative numbers take back. */
    addCountedViews(views: ReadonlyMap<ArticleId, number>): void {
      const work = db.transaction(() => {
        for (const [id, count] of views) repository.addViews(id, count)
      })
      work.immediate()
      if (views.size > 0) announce('articles.changed', { ids: [...views.keys()], kind: 'stateChanged' })
    },
  }
}

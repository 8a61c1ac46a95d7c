import type { Database } from 'better-sqlite3'
import type { ArticleChange } from '#shared/contract/articles.ts'
import type { ArticleId, CategoryId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { invalid, refused } from '../errors.ts'
import type { LabelService } from '../labels/label.service.ts'
import type { Clock } from '../platform.ts'
import type { ArticleRepository } from './article.repository.ts'
import type { ArticleIndex } from './article-index.ts'
import type { ArticleRow } from './article-row.ts'

export type ArticleBulkService = ReturnType<typeof createArticleBulkService>

/** What is done to many articles at once: all of it or, when one is refused, nothing. Ids that are gone are passed over. */
export function createArticleBulkService(dependencies: {
  db: Database
  repository: ArticleRepository
  tags: LabelService
  bylines: LabelService
  index: ArticleIndex
  /** An approval holds for the facts too. */
  approvalFallsAway: (id: ArticleId) => void
  announce: Announce
  clock: Clock
}) {
  const { db, repository, tags, bylines, index, approvalFallsAway, announce, clock } = dependencies

  /** Applies `change` to each; it answers whether it changed anything. */
  function forEach(
    ids: readonly ArticleId[],
    kind: ArticleChange['kind'],
    change: (row: ArticleRow, id: ArticleId) => boolean,
  ) {
    const work = db.transaction(() =>
      [...new Set(ids)].filter((id) => {
        const row = repository.find(id)
        return row !== undefined && change(row, id)
      }),
    )
    const changed = work.immediate()
    if (changed.length > 0) announce('articles.changed', { ids: changed, kind })
    return { changed: changed.length }
  }

  const deleteForever = (ids: readonly ArticleId[]) =>
    forEach(ids, 'deleted', (row, id) => {
      if (row.trashed_at === null) throw refused('not-in-trash', row.title)
      const tagIds = repository.tagIds(id)
      index.removed(id)
      repository.delete(id)
      tags.dropUnused(tagIds)
      if (row.byline_id !== null) bylines.dropUnused([row.byline_id])
      return true
    })

  return {
    /** @throws INVALID `category` */
    categorize(ids: readonly ArticleId[], categoryId: CategoryId | null) {
      if (categoryId !== null && !repository.hasCategory(categoryId)) throw invalid('category')
      const now = clock.now()
      return forEach(ids, 'saved', (row, id) => {
        if (row.category_id === categoryId) return false
        repository.setCategory(id, categoryId)
        repository.touch(id, now)
        approvalFallsAway(id)
        return true
      })
    },
    addTags(ids: readonly ArticleId[], names: readonly string[]) {
      const now = clock.now()
      return forEach(ids, 'saved', (_row, id) => {
        const before = repository.tagIds(id)
        const after = [...new Set([...before, ...names.map(tags.ensure)])]
        if (after.length === before.length) return false
        repository.setTags(id, after)
        repository.touch(id, now)
        approvalFallsAway(id)
        return true
      })
    },
    /** A scheduled article loses its schedule. @throws REFUSED `published` */
    trash(ids: readonly ArticleId[]) {
      const now = clock.now()
      return forEach(ids, 'trashed', (row, id) => {
        if (row.trashed_at !== null) return false
        if (row.state === 'published') throw refused('published', row.title)
        if (row.state === 'scheduled') repository.setState(id, 'approved')
        repository.setTrashed(id, now)
        return true
      })
    },
    restore: (ids: readonly ArticleId[]) =>
      forEach(ids, 'restored', (row, id) => {
        if (row.trashed_at === null) return false
        repository.setTrashed(id, null)
        return true
      }),
    /** @throws REFUSED `not-in-trash` */
    deleteForever,
    emptyTrash: () => deleteForever(repository.trashed()),
  }
}

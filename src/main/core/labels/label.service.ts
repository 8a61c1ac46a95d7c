import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Announce } from '../announce.ts'
import { invalid, notFound } from '../errors.ts'
import { freeSlug } from '../slugs/free-slug.ts'
import { pinyinSlug } from '../slugs/pinyin-slug.ts'
import type { LabelRepository, LabelRow } from './label.repository.ts'

export type LabelService = ReturnType<typeof createLabelService>

/** Tags or bylines: both are names that articles use, made on first use and gone with the last. */
export function createLabelService({
  db,
  repository,
  announce,
  entity,
  mergeOnSite,
}: {
  db: Database
  repository: LabelRepository
  announce: Announce
  entity: 'tag' | 'byline'
  /** Lets what is live follow before the label goes; the old address leads to the other label. */
  mergeOnSite: (kind: 'tag' | 'byline', fromId: number, intoId: number | null) => void
}) {
  const get = (id: number): LabelRow => {
    const row = repository.find(id)
    if (!row) throw notFound(entity, id)
    return row
  }
  const slugFor = (name: string, current?: string) =>
    freeSlug(
      pinyinSlug(name) || `${entity}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`,
      (slug) => slug !== current && repository.hasSlug(slug),
    )
  const articlesChanged = () => announce('articles.changed', { ids: [], kind: 'reset' })

  return {
    list: (query: string, limit: number) =>
      repository.list(query.trim(), limit).map(({ n, ...row }) => ({ ...row, articleCount: n })),
    /** Its id, made when the library does not have the name yet. Letter case does not tell names apart. */
    ensure: (name: string): number =>
      repository.findByName(name)?.id ?? repository.insert(name, slugFor(name)),
    findByName: (name: string): LabelRow | undefined => repository.findByName(name),
    /** Removes those that no article has any more, neither as a draft nor on the site. */
    dropUnused(ids: Iterable<number>): void {
      for (const id of ids) repository.removeUnused(id)
    },
    rename(id: number, name: string) {
      const renamed = db.transaction(() => {
        const row = get(id)
        const other = repository.findByName(name)
        if (other && other.id !== id) throw invalid('duplicate-name', other.name)
        repository.rename({ id, name, slug: slugFor(name, row.slug) })
        return get(id)
      })
      const row = renamed.immediate()
      articlesChanged()
      return { ...row, articleCount: repository.articleCount(id) }
    },
    merge(id: number, intoId: number) {
      const merge = db.transaction(() => {
        get(id)
        get(intoId)
        if (id === intoId) throw invalid('same-label')
        const movedArticles = repository.articleCount(id)
        mergeOnSite(entity, id, intoId)
        repository.reassign(id, intoId)
        repository.delete(id)
        return { movedArticles }
      })
      const result = merge.immediate()
      articlesChanged()
      return result
    },
    delete(id: number) {
      const remove = db.transaction(() => {
        get(id)
        const movedArticles = repository.articleCount(id)
        mergeOnSite(entity, id, null)
        repository.delete(id)
        return { movedArticles }
      })
      const result = remove.immediate()
      articlesChanged()
      return result
    },
  }
}

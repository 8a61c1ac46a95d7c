import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Category } from '#shared/contract/categories.ts'
import type { CategoryId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { invalid, notFound } from '../errors.ts'
import { freeSlug } from '../slugs/free-slug.ts'
import { pinyinSlug } from '../slugs/pinyin-slug.ts'
import type { CategoryRepository, CategoryRow } from './category.repository.ts'
import { isWithin, treeOrder } from './category-tree.ts'

export type CategoryService = ReturnType<typeof createCategoryService>

interface NewCategory {
  name: string
  parentId: CategoryId | null
  slug?: string | undefined
  description: string
}

/** The tree of categories. Errors as in the contract. Articles keep their versions: they only lie elsewhere. */
export function createCategoryService({
  db,
  repository,
  announce,
  mergeOnSite,
}: {
  db: Database
  repository: CategoryRepository
  announce: Announce
  /** Lets what is live follow before the category goes; its address then leads to the other one. */
  mergeOnSite: (kind: 'category', fromId: number, intoId: number | null) => void
}) {
  const get = (id: number): CategoryRow => {
    const row = repository.find(id)
    if (!row) throw notFound('category', id)
    return row
  }
  const toCategory = (row: CategoryRow, counts: ReadonlyMap<number, number>): Category => ({
    id: row.id as CategoryId,
    parentId: row.parent_id as CategoryId | null,
    name: row.name,
    slug: row.slug,
    description: row.description,
    position: row.position,
    articleCount: counts.get(row.id) ?? 0,
  })
  const list = (): Category[] => {
    const counts = repository.articleCounts()
    return treeOrder(repository.all()).map((row) => toCategory(row, counts))
  }
  const one = (id: number) => toCategory(get(id), repository.articleCounts())

  const siblings = (parentId: number | null) => repository.all().filter((row) => row.parent_id === parentId)
  const assertNameFree = (name: string, parentId: number | null, exceptId: number) => {
    const key = name.toLowerCase()
    const other = siblings(parentId).find((row) => row.id !== exceptId && row.name.toLowerCase() === key)
    if (other) throw invalid('duplicate-name', other.name)
  }
  const slugFor = (name: string) =>
    freeSlug(
      pinyinSlug(name) || `category-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`,
      (slug) => repository.hasSlug(slug, 0),
    )
  const assertSlugFree = (slug: string, exceptId: number) => {
    if (repository.hasSlug(slug, exceptId)) throw invalid('duplicate-slug', slug)
  }
  /** Writes the order of the siblings as positions from 0. */
  const renumber = (rows: readonly CategoryRow[], parentId: number | null) => {
    for (const [position, row] of rows.entries()) {
      if (row.position !== position || row.parent_id !== parentId) {
        repository.update({ ...row, parent_id: parentId, position })
      }
    }
  }

  function insert({ name, parentId, slug, description }: NewCategory): number {
    if (parentId !== null) get(parentId)
    assertNameFree(name, parentId, 0)
    if (slug !== undefined) assertSlugFree(slug, 0)
    return repository.insert({
      parent_id: parentId,
      name,
      slug: slug ?? slugFor(name),
      description,
      position: siblings(parentId).length,
    })
  }

  /** Takes the category out of the tree: its children go to `childrenTo` at `at` (the end without), articles to `intoId`. */
  function dissolve(row: CategoryRow, intoId: number | null, childrenTo: number | null, at?: number): number {
    const children = siblings(row.id)
    for (const child of children) assertNameFree(child.name, childrenTo, row.id)
    mergeOnSite('category', row.id, intoId)
    const movedArticles = repository.reassign(row.id, intoId)
    const others = siblings(childrenTo).filter((sibling) => sibling.id !== row.id)
    // Out of the way first: a child may have the name of what is dissolved.
    repository.update({ ...row, name: `\u0000${row.id}` })
    renumber(others.toSpliced(at ?? others.length, 0, ...children), childrenTo)
    repository.delete(row.id)
    if (row.parent_id !== childrenTo) renumber(siblings(row.parent_id), row.parent_id)
    return movedArticles
  }

  const changed = (movedArticles = 0) => {
    announce('categories.changed', { kind: 'changed' })
    if (movedArticles > 0) announce('articles.changed', { ids: [], kind: 'reset' })
  }

  function find(path: readonly string[]): CategoryId | null {
    let parent: number | null = null
    for (const name of path) {
      const key = name.toLowerCase()
      const child: CategoryRow | undefined = siblings(parent).find((row) => row.name.toLowerCase() === key)
      if (!child) return null
      parent = child.id
    }
    return parent as CategoryId | null
  }

  return {
    list,
    create(category: NewCategory): Category {
      const id = db.transaction(() => insert(category)).immediate()
      changed()
      return one(id)
    },
    /** The category of that name, at any level, made at the top when missing. May be part of a transaction. */
    ensure(name: string): CategoryId {
      const known = repository.findByName(name)
      if (known) return known.id as CategoryId
      const id = db.transaction(() => insert({ name, parentId: null, description: '' })).immediate()
      changed()
      return id as CategoryId
    },
    /** The names from the top down to a category. */
    path(id: number): string[] {
      const names: string[] = []
      for (let row = repository.find(id); row; row = row.parent_id === null ? undefined : get(row.parent_id))
        names.unshift(row.name)
      return names
    },
    /** The category at the end of a path of names, in any case; null when there is none. */
    find,
    /** The category at the end of a path of names, with what is missing on the way. May be part of a transaction. */
    ensurePath(path: readonly string[]): CategoryId | null {
      const known = find(path)
      if (known !== null || path.length === 0) return known
      const ensure = db.transaction(() => {
        let parentId: CategoryId | null = null
        for (const [depth, name] of path.entries())
          parentId =
            find(path.slice(0, depth + 1)) ?? (insert({ name, parentId, description: '' }) as CategoryId)
        return parentId
      })
      const id = ensure.immediate()
      changed()
      return id
    },
    update(
      id: CategoryId,
      changes: { name?: string | undefined; slug?: string | undefined; description?: string | undefined },
    ): Category {
      const update = db.transaction(() => {
        const row = get(id)
        const { name = row.name, slug = row.slug, description = row.description } = changes
        assertNameFree(name, row.parent_id, id)
        assertSlugFree(slug, id)
        repository.update({ ...row, name, slug, description })
      })
      update.immediate()
      changed()
      return one(id)
    },
    move(id: CategoryId, parentId: CategoryId | null, position: number): Category[] {
      const move = db.transaction(() => {
        const row = get(id)
        if (parentId !== null) get(parentId)
        if (isWithin(repository.all(), parentId, id)) throw invalid('cycle')
        assertNameFree(row.name, parentId, id)
        const others = siblings(parentId).filter((sibling) => sibling.id !== id)
        renumber(others.toSpliced(position, 0, row), parentId)
        if (row.parent_id !== parentId) renumber(siblings(row.parent_id), row.parent_id)
      })
      move.immediate()
      changed()
      return list()
    },
    merge(id: CategoryId, intoId: CategoryId): { movedArticles: number } {
      const merge = db.transaction(() => {
        const row = get(id)
        get(intoId)
        if (isWithin(repository.all(), intoId, id)) throw invalid('cycle')
        return dissolve(row, intoId, intoId)
      })
      const movedArticles = merge.immediate()
      changed(movedArticles)
      return { movedArticles }
    },
    delete(id: CategoryId, reassignTo: CategoryId | null): { movedArticles: number } {
      const remove = db.transaction(() => {
        const row = get(id)
        if (reassignTo !== null) get(reassignTo)
        if (reassignTo === id) throw invalid('cycle')
        return dissolve(row, reassignTo, row.parent_id, row.position)
      })
      const movedArticles = remove.immediate()
      changed(movedArticles)
      return { movedArticles }
    },
  }
}

import type { CategoryRow } from './site.repository.ts'

export interface SiteCategory {
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly parent: SiteCategory | null
  readonly children: SiteCategory[]
  /** From the top down to itself. */
  readonly chain: readonly SiteCategory[]
  /** Names and addresses of the chain: what pages that mention the category depend on. */
  readonly key: string
}

export interface SiteCategories {
  readonly top: readonly SiteCategory[]
  readonly all: readonly SiteCategory[]
  byId(id: number | null): SiteCategory | null
  bySlug(slug: string): SiteCategory | null
}

/** The tree, siblings in order. Rows whose parent is missing stand at the top. */
export function siteCategories(rows: readonly CategoryRow[]): SiteCategories {
  const known = new Map(rows.map((row) => [row.id, row]))
  const childRows = Map.groupBy(rows, (row) =>
    row.parent_id !== null && known.has(row.parent_id) ? row.parent_id : null,
  )
  const all: SiteCategory[] = []
  const build = (parent: SiteCategory | null): SiteCategory[] =>
    (childRows.get(parent?.id ?? null) ?? []).map((row) => {
      const children: SiteCategory[] = []
      const chain: SiteCategory[] = [...(parent?.chain ?? [])]
      const node: SiteCategory = {
        id: row.id,
        name: row.name,
        slug: row.slug,
        description: row.description,
        parent,
        children,
        chain,
        key: `${parent?.key ?? ''}/${row.slug}\u0000${row.name}`,
      }
      chain.push(node)
      all.push(node)
      children.push(...build(node))
      return node
    })
  const top = build(null)
  const ids = new Map(all.map((category) => [category.id, category]))
  const slugs = new Map(all.map((category) => [category.slug, category]))
  return {
    top,
    all,
    byId: (id) => (id === null ? null : (ids.get(id) ?? null)),
    bySlug: (slug) => slugs.get(slug) ?? null,
  }
}

/** The category and everything below it. */
export const withDescendants = (category: SiteCategory): SiteCategory[] => [
  category,
  ...category.children.flatMap(withDescendants),
]

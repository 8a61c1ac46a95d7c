import type { CategoryId } from '#shared/model/ids.ts'
import type { CategoryNode } from '../../ui/category-tree.ts'

/** Categories for a select, each with its path; without `id` and what is below it where that matters. */
export function categoryOptions(nodes: CategoryNode[], without: CategoryId, withBelow: boolean) {
  const inside = new Set<CategoryId>([without])
  if (withBelow) {
    for (const { category } of nodes) {
      if (category.parentId !== null && inside.has(category.parentId)) inside.add(category.id)
    }
  }
  return nodes
    .filter(({ category }) => !inside.has(category.id))
    .map(({ category, path }) => ({ value: String(category.id), label: path.join(' › ') }))
}

export const idOfOption = (nodes: CategoryNode[], value: string | null): CategoryId | undefined =>
  nodes.find(({ category }) => String(category.id) === value)?.category.id

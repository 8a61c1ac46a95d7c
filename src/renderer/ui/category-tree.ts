import type { Category } from '#shared/contract/categories.ts'
import type { CategoryId } from '#shared/model/ids.ts'

export interface CategoryNode {
  category: Category
  depth: number
  /** Names from the root down to this one. */
  path: string[]
  /** Articles filed under it or anything below. */
  total: number
  /** How many siblings it has, itself included. */
  siblings: number
  hasChildren: boolean
}

/** The tree in the order in which it is shown: each category right before what is below it. */
export function categoryTree(categories: readonly Category[]): CategoryNode[] {
  const children = new Map<CategoryId | null, Category[]>()
  for (const category of categories) {
    const siblings = children.get(category.parentId)
    if (siblings) siblings.push(category)
    else children.set(category.parentId, [category])
  }
  const visit = (parentId: CategoryId | null, depth: number, path: string[]): CategoryNode[] => {
    const siblings = [...(children.get(parentId) ?? [])].sort((a, b) => a.position - b.position)
    return siblings.flatMap((category) => {
      const own = [...path, category.name]
      const below = visit(category.id, depth + 1, own)
      const direct = below.filter((node) => node.category.parentId === category.id)
      const total = category.articleCount + direct.reduce((sum, node) => sum + node.total, 0)
      const hasChildren = below.length > 0
      return [{ category, depth, path: own, total, siblings: siblings.length, hasChildren }, ...below]
    })
  }
  return visit(null, 0, [])
}

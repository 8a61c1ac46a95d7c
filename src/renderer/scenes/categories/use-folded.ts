import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'
import type { CategoryId } from '#shared/model/ids.ts'
import type { CategoryNode } from '../../ui/category-tree.ts'

const nothing: CategoryId[] = []

export interface Branches {
  /** What is not below a folded category. */
  visible: CategoryNode[]
  isFolded(id: CategoryId): boolean
  fold(id: CategoryId): void
  unfold(id: CategoryId): void
}

/** Which branches of the tree are folded, remembered. What `chosen` lies in is open. */
export function useFolded(nodes: CategoryNode[], chosen: CategoryId | undefined): Branches {
  const [stored, setStored] = useLocalStorage({ key: 'galley.foldedCategories', defaultValue: nothing })
  return useMemo(() => {
    const folded = new Set(stored)
    for (const node of pathTo(nodes, chosen)) folded.delete(node.category.id)
    return {
      visible: outsideOf(nodes, folded),
      isFolded: (id) => folded.has(id),
      fold: (id) => setStored((ids) => [...new Set([...ids, id])]),
      unfold: (id) => setStored((ids) => ids.filter((other) => other !== id)),
    }
  }, [nodes, chosen, stored, setStored])
}

/** What a category lies in, from the inside out. */
export function pathTo(nodes: CategoryNode[], id: CategoryId | undefined): CategoryNode[] {
  const index = nodes.findIndex(({ category }) => category.id === id)
  const path: CategoryNode[] = []
  let depth = nodes[index]?.depth ?? 0
  for (const node of nodes.slice(0, Math.max(0, index)).reverse()) {
    if (node.depth >= depth) continue
    path.push(node)
    depth = node.depth
  }
  return path
}

function outsideOf(nodes: CategoryNode[], folded: ReadonlySet<CategoryId>): CategoryNode[] {
  let hiddenBelow = Number.POSITIVE_INFINITY
  return nodes.filter(({ category, depth }) => {
    if (depth > hiddenBelow) return false
    hiddenBelow = folded.has(category.id) ? depth : Number.POSITIVE_INFINITY
    return true
  })
}

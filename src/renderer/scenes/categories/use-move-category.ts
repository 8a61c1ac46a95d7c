import { useQueryClient } from '@tanstack/react-query'
import type { Category } from '#shared/contract/categories.ts'
import { client, orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import type { CategoryNode } from '../../ui/category-tree.ts'
import { type Direction, type Move, stepMove } from './category-moves.ts'

/** Moving in the tree, by drag or by step; the answer of the core is shown at once. */
export function useMoveCategory(nodes: CategoryNode[]) {
  const queryClient = useQueryClient()
  const categories = nodes.map(({ category }) => category)
  const move = (to: Move | undefined) => {
    if (!to) return
    void client.categories
      .move(to)
      .then((tree) => queryClient.setQueryData(orpc.categories.list.queryKey(), tree), reportError)
  }
  return {
    move,
    step: (category: Category, direction: Direction) => move(stepMove(categories, category, direction)),
    canStep: (category: Category, direction: Direction) =>
      stepMove(categories, category, direction) !== undefined,
  }
}

import { useQueryClient } from '@tanstack/react-query'
import type { Category } from '#shared/contract/categories.ts'
import { client, orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import type { CategoryNode } from '../../ui/category-tree.ts'
import { type Direction, type Move, stepMove } from './category-moves.ts'

/** Moves waiting for those before them: a quick second key must see the tree that the first one made. */
let last: Promise<void> = Promise.resolve()

/** Moving in the tree, by drag or by step; the answer of the core is shown at once. */
export function useMoveCategory(nodes: CategoryNode[]) {
  const queryClient = useQueryClient()
  const categories = nodes.map(({ category }) => category)
  const queryKey = orpc.categories.list.queryKey()

  const enqueue = (moveIn: (tree: readonly Category[]) => Move | undefined) => {
    last = last
      .then(async () => {
        const move = moveIn(queryClient.getQueryData(queryKey) ?? categories)
        if (move) queryClient.setQueryData(queryKey, await client.categories.move(move))
      })
      .catch(reportError)
  }
  return {
    move: (move: Move | undefined) => enqueue(() => move),
    step: ({ id }: Category, direction: Direction) =>
      enqueue((tree) => {
        const category = tree.find((candidate) => candidate.id === id)
        return category && stepMove(tree, category, direction)
      }),
    canStep: (category: Category, direction: Direction) =>
      stepMove(categories, category, direction) !== undefined,
  }
}

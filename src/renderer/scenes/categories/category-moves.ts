import type { Category } from '#shared/contract/categories.ts'
import type { CategoryId } from '#shared/model/ids.ts'

export type Direction = 'up' | 'down' | 'out' | 'in'
export type Zone = 'before' | 'inside' | 'after'

/** Where a category goes: under `parentId`, at `position` among what is there besides it. */
export interface Move {
  id: CategoryId
  parentId: CategoryId | null
  position: number
}

const inOrder = (categories: readonly Category[], parentId: CategoryId | null) =>
  categories.filter((category) => category.parentId === parentId).sort((a, b) => a.position - b.position)

/** One step by key or button; undefined where there is no further way. */
export function stepMove(
  categories: readonly Category[],
  category: Category,
  direction: Direction,
): Move | undefined {
  const { id, parentId } = category
  const siblings = inOrder(categories, parentId)
  const index = siblings.findIndex((sibling) => sibling.id === id)
  if (direction === 'up') return index > 0 ? { id, parentId, position: index - 1 } : undefined
  if (direction === 'down') {
    return index < siblings.length - 1 ? { id, parentId, position: index + 1 } : undefined
  }
  if (direction === 'in') {
    const above = siblings[index - 1]
    return above && { id, parentId: above.id, position: inOrder(categories, above.id).length }
  }
  const parent = categories.find((candidate) => candidate.id === parentId)
  if (!parent) return undefined
  const aunts = inOrder(categories, parent.parentId)
  return { id, parentId: parent.parentId, position: aunts.findIndex(({ id }) => id === parent.id) + 1 }
}

/** Dropping `dragged` on `target`; undefined inside itself or where it is already. */
export function dropMove(
  categories: readonly Category[],
  dragged: CategoryId,
  target: Category,
  zone: Zone,
): Move | undefined {
  for (let at: Category | undefined = target; at; ) {
    if (at.id === dragged) return undefined
    const { parentId }: Category = at
    at = categories.find(({ id }) => id === parentId)
  }
  if (zone === 'inside') {
    const others = inOrder(categories, target.id).filter(({ id }) => id !== dragged)
    return { id: dragged, parentId: target.id, position: others.length }
  }
  const others = inOrder(categories, target.parentId).filter(({ id }) => id !== dragged)
  const index = others.findIndex(({ id }) => id === target.id)
  return { id: dragged, parentId: target.parentId, position: zone === 'before' ? index : index + 1 }
}

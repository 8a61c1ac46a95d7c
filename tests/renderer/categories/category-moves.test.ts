import { expect, test } from 'vitest'
import type { Category } from '#shared/contract/categories.ts'
import type { CategoryId } from '#shared/model/ids.ts'
import { dropMove, stepMove } from '../../../src/renderer/scenes/categories/category-moves.ts'

const buildCategory = (id: number, parentId: number | null, position: number): Category => ({
  id: id as CategoryId,
  parentId: parentId as CategoryId | null,
  name: `分类${id}`,
  slug: `c${id}`,
  description: '',
  position,
  articleCount: 0,
})

// 1 ─ 2, 3 ─ 4 / 5
const tree = [
  buildCategory(1, null, 0),
  buildCategory(2, 1, 0),
  buildCategory(3, 1, 1),
  buildCategory(4, 3, 0),
  buildCategory(5, null, 1),
]
const [one, two, three, four, five] = tree as [Category, Category, Category, Category, Category]

test('steps go up, down, out and in, and nowhere at an edge', () => {
  expect(stepMove(tree, five, 'up')).toEqual({ id: 5, parentId: null, position: 0 })
  expect(stepMove(tree, two, 'down')).toEqual({ id: 2, parentId: 1, position: 1 })
  expect(stepMove(tree, three, 'out')).toEqual({ id: 3, parentId: null, position: 1 })
  expect(stepMove(tree, five, 'in')).toEqual({ id: 5, parentId: 1, position: 2 })
  expect(stepMove(tree, one, 'up')).toBeUndefined()
  expect(stepMove(tree, five, 'down')).toBeUndefined()
  expect(stepMove(tree, one, 'out')).toBeUndefined()
  expect(stepMove(tree, two, 'in')).toBeUndefined()
})

test('a drop counts positions without the dragged one and never lands inside itself', () => {
  expect(dropMove(tree, one.id, five, 'after')).toEqual({ id: 1, parentId: null, position: 1 })
  expect(dropMove(tree, five.id, one, 'before')).toEqual({ id: 5, parentId: null, position: 0 })
  expect(dropMove(tree, five.id, three, 'inside')).toEqual({ id: 5, parentId: 3, position: 1 })
  expect(dropMove(tree, one.id, four, 'after')).toBeUndefined()
  expect(dropMove(tree, one.id, one, 'inside')).toBeUndefined()
})

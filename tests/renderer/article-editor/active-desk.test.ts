import { afterEach, expect, test } from 'vitest'
import {
  type ActiveDesk,
  activate,
  activeDesk,
  closeDesk,
  showDesk,
} from '../../../src/renderer/scenes/article-editor/active-desk.ts'

const desk = (name: string, editor = { name }) => ({ name, editor }) as unknown as ActiveDesk
const [left, right] = [desk('left'), desk('right')]
afterEach(() => {
  for (const { editor } of [left, right]) closeDesk(editor)
})

test('a desk opens behind the one that is written in, until it gets the focus', () => {
  showDesk(left)
  showDesk(right)
  expect(activeDesk()).toBe(left)
  activate(right)
  expect(activeDesk()).toBe(right)
  closeDesk(right.editor)
  expect(activeDesk()).toBe(left)
})

test('a desk that has other commands now stays where it was', () => {
  showDesk(left)
  showDesk(right)
  activate(left)
  const again = { ...left }
  showDesk(again)
  expect(activeDesk()).toBe(again)
})

test('a desk that has the focus before it is shown leaves nothing behind', () => {
  showDesk(right)
  activate(left)
  showDesk(left)
  closeDesk(left.editor)
  expect(activeDesk()).toBe(right)
  closeDesk(right.editor)
  expect(activeDesk()).toBeUndefined()
})

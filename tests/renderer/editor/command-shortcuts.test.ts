import { expect, test } from 'vitest'
import { editorCommands } from '../../../src/renderer/editor/commands/index.ts'

test('no two commands of the text share a shortcut', () => {
  const keys = editorCommands.flatMap(({ id, keys }) => (keys ? [{ id, keys }] : []))
  const shared = keys.filter(({ id, keys: mine }) =>
    keys.some((other) => other.id !== id && other.keys === mine),
  )
  expect(shared).toEqual([])
})

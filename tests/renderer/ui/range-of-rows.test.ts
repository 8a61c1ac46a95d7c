import { expect, test } from 'vitest'
import { rangeOfRows } from '../../../src/renderer/ui/range-of-rows.ts'

/** A list of rows named by letters, and how often it was asked. */
function listOf(letters: string) {
  const rows = [...letters].map((id) => ({ id }))
  const asked: [number, number][] = []
  const rangeOf = async (...ends: Parameters<typeof rangeOfRows<string, { id: string }>>[0]) => {
    const between = async (first: number, last: number) => {
      asked.push([first, last])
      return rows.slice(first, last + 1)
    }
    return (await rangeOfRows(ends, between, rows.length - 1)).map(({ id }) => id).join('')
  }
  return { rangeOf, asked }
}

test('upwards and downwards, asking for no more than the range', async () => {
  const { rangeOf, asked } = listOf('abcdef')
  expect(await rangeOf({ id: 'b', index: 1 }, { id: 'd', index: 3 })).toBe('bcd')
  expect(await rangeOf({ id: 'd', index: 3 }, { id: 'b', index: 1 })).toBe('bcd')
  expect(await rangeOf({ id: 'b', index: 1 }, { id: undefined, index: 4 })).toBe('bcde')
  expect(asked).toEqual([
    [1, 3],
    [1, 3],
    [1, 4],
  ])
})

test('from and to the rows that were seen, wherever they are now', async () => {
  expect(await listOf('xyabcdef').rangeOf({ id: 'b', index: 1 }, { id: 'd', index: 3 })).toBe('bcd')
  expect(await listOf('defabc').rangeOf({ id: 'b', index: 1 }, { id: 'e', index: 4 })).toBe('efab')
  // From its place where a row is gone.
  expect(await listOf('acdef').rangeOf({ id: 'b', index: 1 }, { id: 'd', index: 3 })).toBe('cd')
})

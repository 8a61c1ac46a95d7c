import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinned } from '../../../src/main/core/revisions/thinned.ts'
import { RevisionReason } from '../../../src/shared/contract/revisions.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 2, 2, 1)

const kept = (ages: number[], reason: RevisionReason = 'autosave') => {
  const revisions = ages.toSorted((a, b) => a - b).map((age) => ({ reason, name: '', createdAt: now - age }))
  const gone = new Set(thinned(revisions, now))
  return revisions.filter((revision) => !gone.has(revision)).map(({ createdAt }) => now - createdAt)
}
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + index * step)

test('the last day stays whole', () => {
  const ages = every(5 * 60_000, 0, day)
  expect(kept(ages)).toEqual(ages)
})

test('then one an hour for a week, one a day for three months, one a week after that', () => {
  expect(kept(every(5 * 60_000, day, 7 * day)).length).toBeCloseTo(6 * 24, -1)
  expect(kept(every(hour, 7 * day, 90 * day)).length).toBeCloseTo(83, -1)
  expect(kept(every(day, 90 * day, 90 * day + 700 * day)).length).toBeCloseTo(100, -1)
})

test.each(['manual', 'published', 'conflict', 'import'] as const)('%s ones stay for ever', (reason) => {
  const ages = every(day / 10, 0, 400 * day)
  expect(kept(ages, reason)).toEqual(ages)
})

test('thinning again at the same time takes nothing more, and the newest always stays', () => {
  const revision = fc.record({
    reason: fc.constantFrom(...RevisionReason.options),
    name: fc.constantFrom('', '', '二审稿'),
    createdAt: fc.integer({ min: now - 500 * day, max: now }),
  })
  fc.assert(
    fc.property(fc.array(revision), (list) => {
      const sorted = list.toSorted((a, b) => b.createdAt - a.createdAt)
      const gone = new Set(thinned(sorted, now))
      const left = sorted.filter((entry) => !gone.has(entry))
      expect(thinned(left, now)).toEqual([])
      expect(left[0]).toBe(sorted[0])
    }),
  )
})

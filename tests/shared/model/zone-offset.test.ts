import { expect, test } from 'vitest'
import { timeOnClocks, zoneOffset } from '../../../src/shared/model/zone-offset.ts'

const hour = 3_600_000
const at = (text: string) => Date.parse(text)

test('clocks are so far ahead of UTC, by the second before and after they change', () => {
  expect(zoneOffset('Asia/Shanghai')(at('2026-07-31T03:36:49Z'))).toBe(8 * hour)
  expect(zoneOffset('Asia/Kathmandu')(at('2026-07-31T03:36:49Z'))).toBe(5.75 * hour)
  const newYork = zoneOffset('America/New_York')
  expect(newYork(at('2026-03-08T06:59:59.999Z'))).toBe(-5 * hour)
  expect(newYork(at('2026-03-08T07:00:00Z'))).toBe(-4 * hour)
  expect(newYork(at('2026-11-01T05:59:59Z'))).toBe(-4 * hour)
  expect(newYork(at('2026-11-01T06:00:00Z'))).toBe(-5 * hour)
  expect(() => zoneOffset('Mars/Olympus')).toThrow(RangeError)
})

test('what clocks show is found again: the first time of two, and a later one where they skip it', () => {
  expect(timeOnClocks(at('2026-07-31T11:36:49Z'), 'Asia/Shanghai')).toBe(at('2026-07-31T03:36:49Z'))
  expect(timeOnClocks(at('2026-03-08T01:30:00Z'), 'America/New_York')).toBe(at('2026-03-08T06:30:00Z'))
  expect(timeOnClocks(at('2026-03-08T02:30:00Z'), 'America/New_York')).toBe(at('2026-03-08T07:30:00Z'))
  expect(timeOnClocks(at('2026-11-01T01:30:00Z'), 'America/New_York')).toBe(at('2026-11-01T05:30:00Z'))
  expect(timeOnClocks(at('2026-11-01T02:00:00Z'), 'America/New_York')).toBe(at('2026-11-01T07:00:00Z'))
  expect(timeOnClocks(at('2026-03-08T03:30:00Z'), 'America/New_York')).toBe(at('2026-03-08T07:30:00Z'))
})

import { expect, test } from 'vitest'
import { findTime } from '../../../src/main/core/importing/zoned-time.ts'

test.each([
  ['2025-07-31 11:36:49', 'Asia/Shanghai', '2025-07-31T03:36:49Z'],
  ['2025-07-31 11:36', 'Asia/Shanghai', '2025-07-31T03:36:00Z'],
  ['2025年7月31日 11时36分49秒', 'Asia/Shanghai', '2025-07-31T03:36:49Z'],
  ['2025.7.31', 'UTC', '2025-07-31T00:00:00Z'],
  ['2025-07-31T11:36:49+09:00', 'Asia/Shanghai', '2025-07-31T02:36:49Z'],
  ['2025-07-31T11:36:49.123Z', 'Asia/Shanghai', '2025-07-31T11:36:49Z'],
  // New York changed its clocks on the 9th of March 2025.
  ['2025-03-09 12:00', 'America/New_York', '2025-03-09T16:00:00Z'],
  ['2025-03-08 12:00', 'America/New_York', '2025-03-08T17:00:00Z'],
])('%s in %s', (text, zone, expected) => {
  expect(findTime(text, zone)?.time).toBe(Date.parse(expected))
})

test.each(['2025-13-01', '2025-02-30 10:00', '12025-01-01', '电话 010-2025-01', '没有'])(
  'no time in %s',
  (text) => {
    expect(findTime(text, 'UTC')).toBeUndefined()
  },
)

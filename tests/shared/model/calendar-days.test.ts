import { expect, it } from 'vitest'
import { lastDays } from '../../../src/shared/model/calendar-days.ts'

it('counts calendar days, also where a day has 23 or 25 hours', () => {
  const berlin = (at: string) => lastDays(2, 'Europe/Berlin', Date.parse(at))
  // 2026-03-30 00:30 there: 24 hours before, it was 2026-03-28.
  expect(berlin('2026-03-29T22:30:00Z')).toEqual({ from: '2026-03-29', to: '2026-03-30' })
  // 2026-10-25 23:30 there, when 24 hours before it was the same day.
  expect(berlin('2026-10-25T22:30:00Z')).toEqual({ from: '2026-10-24', to: '2026-10-25' })
  expect(lastDays(1, 'Asia/Shanghai', Date.parse('2026-03-01T16:00:00Z'))).toEqual({
    from: '2026-03-02',
    to: '2026-03-02',
  })
})

import { expect, it } from 'vitest'
import { siteDates } from '../../../src/main/core/site/site-dates.ts'
import { createRandom } from '../../bench/generate.ts'

const hour = 3_600_000
/** Zones with summer time, half an hour of it, a pause in it for a month, offsets of quarters, and none of that. */
const zones = [
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'UTC',
]

it.each(zones)('tells the time in %s as the system does, at changes of its offset too', (timeZone) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const dates = siteDates(timeZone)
  const random = createRandom(5)
  const from = Date.UTC(2024, 0, 1)
  const days = 900
  for (let day = 0; day < days; day++) {
    const time = from + day * 24 * hour + Math.floor(random() * 24 * hour)
    expect(dates.text(time)).toBe(format.format(time))
    expect(Date.parse(dates.iso(time))).toBe(Math.floor(time / 1000) * 1000)
  }
  // Every quarter of an hour of the months in which summer time comes and goes.
  for (const month of [1, 2, 3, 8, 9, 10])
    for (let time = Date.UTC(2026, month, 1); time < Date.UTC(2026, month + 1, 1); time += hour / 4)
      expect(dates.text(time)).toBe(format.format(time))
})

import { zoneOffset } from './zone-offset.ts'

const day = 86_400_000

/** The calendar day, YYYY-MM-DD, of a moment in a time zone. */
export const dayOf = (time: number, timeZone: string): string =>
  new Date(time + zoneOffset(timeZone)(time)).toISOString().slice(0, 10)

/** Steps through the calendar, where days of 23 and 25 hours are days like others. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** So many days up to the one of `now`, that one included. */
export function lastDays(count: number, timeZone: string, now: number): { from: string; to: string } {
  const to = dayOf(now, timeZone)
  return { from: addDays(to, 1 - count), to }
}

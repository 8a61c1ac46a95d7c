import { timeOnClocks, zoneOffset } from '#shared/model/zone-offset.ts'

/** A moment in the site's time zone. `day` is yyyymmdd as a number, `at` the epoch ms at which its hour began. */
export interface SiteMoment {
  readonly day: number
  readonly at: number
  readonly hourOfDay: number
}

export interface SiteTime {
  moment(time: number): SiteMoment
  /** Epoch ms at which the day begins: the first moment of it, where midnight is skipped. */
  startOfDay(day: number): number
}

const hour = 3_600_000
/** Zones change their offset on quarters of an hour only. */
const quarter = 900_000

/** Calendar arithmetic in an IANA time zone, daylight saving included. Answers of one quarter of an hour are kept. */
export function createSiteTime(timeZone: string): SiteTime {
  const offset = zoneOffset(timeZone)
  const cache = new Map<number, SiteMoment>()
  const moment = (time: number): SiteMoment => {
    const slot = Math.floor(time / quarter)
    const known = cache.get(slot)
    if (known) return known
    const shift = offset(slot * quarter)
    const local = slot * quarter + shift
    const date = new Date(local)
    const answer = {
      day: dayOfUtc(local),
      at: Math.floor(local / hour) * hour - shift,
      hourOfDay: date.getUTCHours(),
    }
    if (cache.size > 50_000) cache.clear()
    cache.set(slot, answer)
    return answer
  }

  const startOfDay = (day: number): number => {
    let time = timeOnClocks(utcOfDay(day), timeZone)
    // Where midnight does not exist or comes twice, step to the first quarter that belongs to the day.
    while (moment(time).day < day) time += quarter
    while (moment(time - quarter).day >= day) time -= quarter
    return time
  }

  return { moment, startOfDay }
}

/** yyyymmdd -> epoch ms of that day at 00:00 UTC, and back: for stepping through the calendar. */
export const utcOfDay = (day: number): number =>
  Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100)

export function dayOfUtc(time: number): number {
  const date = new Date(time)
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}

export const addDays = (day: number, days: number): number => dayOfUtc(utcOfDay(day) + days * 86_400_000)
export const daysBetween = (from: number, to: number): number =>
  Math.round((utcOfDay(to) - utcOfDay(from)) / 86_400_000)

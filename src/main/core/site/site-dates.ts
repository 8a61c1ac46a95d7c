export interface SiteDates {
  /** 2025-07-31 11:36:49 */
  text(time: number): string
  /** 2025-07-31 */
  day(time: number): string
  /** 2025-07-31T11:36:49+08:00 */
  iso(time: number): string
  /** 2025/07 */
  folder(time: number): string
}

/** Zones change their offset on quarters of an hour only, and not twice within a day. */
const quarter = 900_000
const wholeDay = 96 * quarter
const two = (value: number) => (value < 10 ? `0${value}` : String(value))

const known = new Map<string, SiteDates>()

/** Dates as the site's pages and addresses show them. One per time zone is kept: making Intl formats is slow. */
export function siteDates(timeZone: string): SiteDates {
  const existing = known.get(timeZone)
  if (existing) return existing
  const dates = createSiteDates(timeZone)
  known.set(timeZone, dates)
  return dates
}

function createSiteDates(timeZone: string): SiteDates {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsets = new Map<number, number>()
  /** At a multiple of a quarter of an hour. */
  const offsetAt = (time: number): number => {
    let offset = offsets.get(time)
    if (offset === undefined) {
      const part: Record<string, number> = {}
      for (const { type, value } of format.formatToParts(time)) part[type] = Number(value)
      const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
      offset = Date.UTC(year, month - 1, day, hour, minute, second) - time
      if (offsets.size > 50_000) offsets.clear()
      offsets.set(time, offset)
    }
    return offset
  }
  const offset = (time: number): number => {
    const begin = Math.floor(time / wholeDay) * wholeDay
    const offset = offsetAt(begin)
    return offset === offsetAt(begin + wholeDay) ? offset : offsetAt(Math.floor(time / quarter) * quarter)
  }

  const local = (time: number) => new Date(time + offset(time))
  const day = (date: Date) =>
    `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  const clock = (date: Date) =>
    `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`

  return {
    text(time) {
      const date = local(time)
      return `${day(date)} ${clock(date)}`
    },
    day: (time) => day(local(time)),
    iso(time) {
      const date = local(time)
      const minutes = Math.round(offset(time) / 60_000)
      const absolute = Math.abs(minutes)
      const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
      return `${day(date)}T${clock(date)}${zone}`
    },
    folder: (time) => day(local(time)).slice(0, 7).replace('-', '/'),
  }
}

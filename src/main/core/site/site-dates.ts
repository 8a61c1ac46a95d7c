import { zoneOffset } from '#shared/model/zone-offset.ts'

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

const two = (value: number) => (value < 10 ? `0${value}` : String(value))

/** Dates as the site's pages and addresses show them. */
export function siteDates(timeZone: string): SiteDates {
  const offset = zoneOffset(timeZone)
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

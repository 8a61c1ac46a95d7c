import { timeOnClocks, zoneOffset } from '#shared/model/zone-offset.ts'

/** A time as clocks in `zone` show it: YYYY-MM-DD HH:mm:ss. */
export const toSiteTime = (at: number, zone: string): string =>
  new Date(at + zoneOffset(zone)(at)).toISOString().slice(0, 19).replace('T', ' ')

/** The reverse. */
export const fromSiteTime = (text: string, zone: string): number =>
  timeOnClocks(Date.parse(`${text.replace(' ', 'T')}Z`), zone)

import { timeOnClocks } from '#shared/model/zone-offset.ts'

const pattern =
  /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?(?:[T\s]*(\d{1,2})\s*[:时]\s*(\d{2})(?:\s*[:分]\s*(\d{2})(?:\.\d+)?)?\s*[分秒]?\s*(Z|[+-]\d{2}:?\d{2})?)?/u

export interface FoundTime {
  time: number
  /** Has an hour, not only a day. */
  exact: boolean
  /** The piece of the text that it was read from, NFKC. */
  text: string
}

/**
 * The first date in a text, e.g. 2025-07-31 11:36:49, 2025年7月31日 11:36 or ISO 8601; read in `timeZone` where it
 * names no offset. Undefined where there is none, or none that exists.
 */
export function findTime(text: string, timeZone: string): FoundTime | undefined {
  const match = pattern.exec(text.normalize('NFKC'))
  if (!match) return undefined
  const [whole, year, month, day, hour = '0', minute = '0', second = '0', zone] = match
  const wall = Date.UTC(+`${year}`, +`${month}` - 1, +`${day}`, +hour, +minute, +second)
  const date = new Date(wall)
  const exists =
    date.getUTCMonth() === +`${month}` - 1 &&
    date.getUTCDate() === +`${day}` &&
    +hour < 24 &&
    +minute < 60 &&
    +second < 60
  if (!exists) return undefined
  const found = { exact: match[4] !== undefined, text: whole }
  if (zone) return { ...found, time: wall - zoneOffset(zone) }
  return { ...found, time: timeOnClocks(wall, timeZone) }
}

function zoneOffset(zone: string): number {
  if (zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}

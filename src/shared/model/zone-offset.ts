/** Zones change their offset on quarters of an hour only, and not twice within a day. */
const quarter = 900_000
const wholeDay = 96 * quarter

export type ZoneOffset = (time: number) => number

const known = new Map<string, ZoneOffset>()

/**
 * How far the clocks of an IANA time zone are ahead of UTC at a moment, in ms. One function per zone is kept with its
 * answers: making Intl formats is slow, and so is asking them.
 *
 * @throws RangeError for a zone that does not exist.
 */
export function zoneOffset(timeZone: string): ZoneOffset {
  let offset = known.get(timeZone)
  if (!offset) {
    offset = createZoneOffset(timeZone)
    known.set(timeZone, offset)
  }
  return offset
}

function createZoneOffset(timeZone: string): ZoneOffset {
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
  return (time) => {
    const begin = Math.floor(time / wholeDay) * wholeDay
    const offset = offsetAt(begin)
    return offset === offsetAt(begin + wholeDay) ? offset : offsetAt(Math.floor(time / quarter) * quarter)
  }
}

/**
 * The moment at which clocks in a zone show what they would show at `wall` in UTC: the first of two, and where they
 * skip it, as much later as they are put forward.
 */
export function timeOnClocks(wall: number, timeZone: string): number {
  const offset = zoneOffset(timeZone)
  const before = offset(wall - wholeDay)
  const time = wall - before
  if (offset(time) === before) return time
  const after = offset(wall + wholeDay)
  return offset(wall - after) === after ? wall - after : time
}

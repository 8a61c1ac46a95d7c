/** Where the fields of a line lie in its buffer: [start, end). Reused from line to line. */
export interface LogLine {
  address: number
  addressEnd: number
  /** Epoch ms. */
  time: number
  method: number
  methodEnd: number
  target: number
  targetEnd: number
  status: number
  referrer: number
  referrerEnd: number
  agent: number
  agentEnd: number
}

export const createLogLine = (): LogLine => ({
  address: 0,
  addressEnd: 0,
  time: 0,
  method: 0,
  methodEnd: 0,
  target: 0,
  targetEnd: 0,
  status: 0,
  referrer: 0,
  referrerEnd: 0,
  agent: 0,
  agentEnd: 0,
})

const space = 0x20
const quote = 0x22
const backslash = 0x5c

/**
 * Reads one line of nginx's and Apache's combined format; further fields at its end are allowed. Works on bytes, so no
 * encoding can break it.
 *
 * @returns false when the line has another shape.
 */
export function parseLogLine(bytes: Uint8Array, start: number, end: number, line: LogLine): boolean {
  let at = start
  while (at < end && bytes[at] !== space) at++
  if (at === start || at === end) return false
  line.address = start
  line.addressEnd = at

  // A user name may hold spaces; no field before the time holds a bracket, save an IPv6 address, which is behind us.
  while (at < end && bytes[at] !== 0x5b) at++
  if (at + 28 >= end || bytes[at + 27] !== 0x5d) return false
  line.time = parseTime(bytes, at + 1)
  if (Number.isNaN(line.time)) return false

  at += 29
  if (bytes[at - 1] !== space || bytes[at] !== quote) return false
  const request = at + 1
  const requestEnd = endOfQuoted(bytes, request, end)
  if (requestEnd < 0) return false
  at = request
  while (at < requestEnd && bytes[at] !== space) at++
  line.method = request
  line.methodEnd = at
  line.target = Math.min(at + 1, requestEnd)
  at = line.target
  while (at < requestEnd && bytes[at] !== space) at++
  line.targetEnd = at

  at = requestEnd + 2
  if (at + 4 >= end) return false
  line.status = digits(bytes, at, 3)
  if (line.status < 0 || bytes[at + 3] !== space) return false
  at += 4
  while (at < end && bytes[at] !== space) at++

  if (bytes[at + 1] !== quote) return false
  line.referrer = at + 2
  line.referrerEnd = endOfQuoted(bytes, line.referrer, end)
  if (line.referrerEnd < 0) return false
  at = line.referrerEnd + 2
  if (at >= end || bytes[at] !== quote) return false
  line.agent = at + 1
  line.agentEnd = endOfQuoted(bytes, line.agent, end)
  return line.agentEnd >= 0
}

function endOfQuoted(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]
    if (byte === quote) return at
    if (byte === backslash) at++
  }
  return -1
}

function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0
  for (let at = start; at < start + count; at++) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

const months = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, index) => [
    (name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2),
    index,
  ]),
)

let lastDate = -1
let lastMidnight = Number.NaN

/** `31/Jul/2025:11:36:49 +0800` at `start`, to epoch ms; NaN when it is no such time. */
function parseTime(bytes: Uint8Array, start: number): number {
  const day = digits(bytes, start, 2)
  const name = ((bytes[start + 3] ?? 0) << 16) | ((bytes[start + 4] ?? 0) << 8) | (bytes[start + 5] ?? 0)
  const year = digits(bytes, start + 7, 4)
  const hour = digits(bytes, start + 12, 2)
  const minute = digits(bytes, start + 15, 2)
  const second = digits(bytes, start + 18, 2)
  const zoneHour = digits(bytes, start + 22, 2)
  const zoneMinute = digits(bytes, start + 24, 2)
  if (Math.min(day, year, hour, minute, second, zoneHour, zoneMinute) < 0) return Number.NaN
  if (hour > 23 || minute > 59 || second > 60 || zoneHour > 14 || zoneMinute > 59) return Number.NaN
  const sign = bytes[start + 21]
  if (sign !== 0x2b && sign !== 0x2d) return Number.NaN

  const date = name * 1_000_000 + year * 32 + day
  if (date !== lastDate) {
    const month = months.get(name)
    lastDate = date
    lastMidnight = month === undefined || day < 1 || day > 31 ? Number.NaN : Date.UTC(year, month, day)
  }
  const shift = (zoneHour * 60 + zoneMinute) * 60_000
  return lastMidnight + ((hour * 60 + minute) * 60 + second) * 1000 - (sign === 0x2b ? shift : -shift)
}

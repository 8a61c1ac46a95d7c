import { randomBytes } from 'node:crypto'
import { isbot } from 'isbot'
import { createLogLine, parseLogLine } from './log-line.ts'
import type { DayTally, HourTally, LogJob, LogSlice } from './log-slice.ts'
import { beacon, noPage, otherPage, pageOfPath, parseBeacon, referrerHost } from './page-of-path.ts'
import { createSiteTime } from './site-time.ts'
import { VisitorDay } from './visitor-marks.ts'

/** Rows of one slice: what the core's thread can commit within a frame. */
const sliceRows = 3000
const rememberedStrings = 100_000
const day = 86_400_000

export type LogTally = ReturnType<typeof createLogTally>

/** Counts lines into the tallies of a slice. One per reading: it remembers agents, paths and visitors. */
export function createLogTally(job: LogJob) {
  const siteTime = createSiteTime(job.timeZone)
  const articles = new Map(job.paths)
  const articleIds = new Set(articles.values())
  const siteHost = job.siteHost.replace(/^www\./, '')
  const today = siteTime.moment(job.now).day
  /** A day stays open for an hour longer, for lines that are written late. */
  const firstOpenDay = siteTime.moment(job.now - 3_600_000).day

  const visitorDays = new Map<number, VisitorDay>()
  for (const { day, salt, marks } of job.visitorDays) {
    const known = marks.flatMap((part) => [...new Float64Array(Uint8Array.from(part).buffer)])
    visitorDays.set(day, new VisitorDay(Buffer.from(salt), known))
  }

  const line = createLogLine()
  const seed = randomBytes(4).readInt32LE()
  const agents = new Map<number, boolean>()
  const pages = new Map<number, number>()
  const hosts = new Map<number, string | null>()

  let counts = { lines: 0, bots: 0, unreadable: 0 }
  let hours = new Map<number, HourTally>()
  let days = new Map<
    number,
    DayTally & { hosts: Map<string, { host: string; hits: number; beacons: number }> }
  >()
  let siteHours = new Map<number, number>()
  let siteDays = new Map<number, number>()
  let referrerRows = 0

  const visitorDay = (day: number): VisitorDay => {
    let found = visitorDays.get(day)
    if (!found) {
      found = new VisitorDay(randomBytes(16))
      visitorDays.set(day, found)
      // A log runs forward: of the days behind, the two nearest are enough.
      const behind = [...visitorDays.keys()].filter((known) => known < firstOpenDay).sort((a, b) => a - b)
      for (const old of behind.slice(0, -3)) if (old !== day) visitorDays.delete(old)
    }
    return found
  }

  const count = (bytes: Buffer, start: number, end: number): void => {
    if (bytes[end - 1] === 0x0d) end--
    if (start >= end) return
    counts.lines++
    if (!parseLogLine(bytes, start, end, line) || line.time > job.now + day) {
      counts.unreadable++
      return
    }
    const agentKey = hashBytes(bytes, line.agent, line.agentEnd, seed)
    if (isBotAgent(bytes, agentKey)) {
      counts.bots++
      return
    }

    const isGet = bytes[line.method] === 0x47 && line.methodEnd - line.method === 3
    const isPost = bytes[line.method] === 0x50 && line.methodEnd - line.method === 4
    if (!isGet && !isPost) return
    const page = pageOf(bytes)
    if (page === noPage) return
    if (page === beacon) countBeacon(bytes, agentKey)
    else if (isGet && (line.status === 200 || line.status === 304)) {
      countVisit(bytes, agentKey, page, false, referrerOf(bytes))
    }
  }

  function isBotAgent(bytes: Buffer, key: number): boolean {
    let answer = agents.get(key)
    if (answer === undefined) {
      const agent = bytes.toString('latin1', line.agent, line.agentEnd)
      // Programs that do not say what they are are no readers.
      answer = agent.length < 2 || isbot(agent.slice(0, 1000))
      remember(agents, key, answer)
    }
    return answer
  }

  function pageOf(bytes: Buffer): number {
    let end = line.target
    while (end < line.targetEnd && bytes[end] !== 0x3f) end++
    const key = hashBytes(bytes, line.target, end, seed)
    let page = pages.get(key)
    if (page === undefined) {
      page = pageOfPath(bytes.toString('latin1', line.target, end), articles)
      remember(pages, key, page)
    }
    return page
  }

  function referrerOf(bytes: Buffer): string | null {
    const key = hashBytes(bytes, line.referrer, line.referrerEnd, seed)
    let host = hosts.get(key)
    if (host === undefined) {
      host = referrerHost(bytes.toString('latin1', line.referrer, line.referrerEnd), siteHost)
      remember(hosts, key, host)
    }
    return host
  }

  function countBeacon(bytes: Buffer, agentKey: number): void {
    const sent = parseBeacon(bytes.toString('latin1', line.target, line.targetEnd))
    if (!sent || (sent.articleId !== otherPage && !articleIds.has(sent.articleId))) return
    if (sent.event === 'view') {
      countVisit(bytes, agentKey, sent.articleId, true, referrerHost(sent.referrer, siteHost))
      return
    }
    const tally = dayTally(sent.articleId, siteTime.moment(line.time).day)
    tally.reads++
    tally.readPercent += sent.percent
    tally.readSeconds += sent.seconds
    tally.depth[sent.percent >= 75 ? 3 : sent.percent >= 50 ? 2 : sent.percent >= 25 ? 1 : 0]++
  }

  function countVisit(
    bytes: Buffer,
    agentKey: number,
    articleId: number,
    isBeacon: boolean,
    host: string | null,
  ): void {
    const { day, at, hourOfDay } = siteTime.moment(line.time)
    const hourNumber = Math.floor(at / 3_600_000)
    const hourKey = articleId * 0x10_0000 + hourNumber
    let hour = hours.get(hourKey)
    if (!hour) {
      hour = { articleId, at, day, hourOfDay, hits: 0, beacons: 0, hitVisitors: 0, beaconVisitors: 0 }
      hours.set(hourKey, hour)
    }
    const tally = dayTally(articleId, day)

    const known = visitorDay(day)
    const visitorKey = hashBytes(bytes, line.address, line.addressEnd, agentKey | 0) + agentKey
    const visitor = known.visitor(visitorKey, () =>
      Buffer.concat([
        bytes.subarray(line.address, line.addressEnd),
        Buffer.from([0]),
        bytes.subarray(line.agent, line.agentEnd),
      ]),
    )
    // The site is page 0, the pages of article n are n * 2 + 1 by request and n * 2 + 2 by beacon.
    const mark = articleId * 2 + (isBeacon ? 2 : 1)
    if (known.isFirst(visitor, 0, 0)) siteDays.set(day, (siteDays.get(day) ?? 0) + 1)
    if (known.isFirst(visitor, 0, hourNumber)) siteHours.set(at, (siteHours.get(at) ?? 0) + 1)
    const firstOfDay = known.isFirst(visitor, mark, 0) ? 1 : 0
    const firstOfHour = known.isFirst(visitor, mark, hourNumber) ? 1 : 0
    if (isBeacon) {
      hour.beacons++
      hour.beaconVisitors += firstOfHour
      tally.beacons++
      tally.beaconVisitors += firstOfDay
    } else {
      hour.hits++
      hour.hitVisitors += firstOfHour
      tally.hits++
      tally.hitVisitors += firstOfDay
    }
    if (host === null) return
    let referrer = tally.hosts.get(host)
    if (!referrer) {
      referrer = { host, hits: 0, beacons: 0 }
      tally.hosts.set(host, referrer)
      referrerRows++
    }
    if (isBeacon) referrer.beacons++
    else referrer.hits++
  }

  function dayTally(articleId: number, day: number) {
    const key = articleId * 0x1000_0000 + day
    let tally = days.get(key)
    if (!tally) {
      tally = {
        articleId,
        day,
        hits: 0,
        beacons: 0,
        hitVisitors: 0,
        beaconVisitors: 0,
        reads: 0,
        readPercent: 0,
        readSeconds: 0,
        depth: [0, 0, 0, 0],
        referrers: [],
        hosts: new Map(),
      }
      days.set(key, tally)
    }
    return tally
  }

  return {
    count,
    /** A line too long to be one. */
    skipLine(): void {
      counts.lines++
      counts.unreadable++
    },
    isFull: (): boolean => hours.size + days.size + referrerRows >= sliceRows || counts.lines >= 50_000,
    isEmpty: (): boolean => counts.lines === 0,
    take(): Omit<LogSlice, 'sourceId' | 'file'> {
      const slice = {
        ...counts,
        hours: [...hours.values()],
        days: [...days.values()].map(({ hosts, ...tally }) => ({ ...tally, referrers: [...hosts.values()] })),
        siteHours: [...siteHours].map(([at, visitors]) => ({ at, visitors })),
        siteDays: [...siteDays].map(([day, visitors]) => ({ day, visitors })),
        marks: [...visitorDays].flatMap(([day, known]) => {
          const fresh = known.takeFresh()
          if (day < firstOpenDay || day > today || fresh.length === 0) return []
          return [{ day, salt: known.salt, marks: new Uint8Array(new Float64Array(fresh).buffer) }]
        }),
      }
      counts = { lines: 0, bots: 0, unreadable: 0 }
      hours = new Map()
      days = new Map()
      siteHours = new Map()
      siteDays = new Map()
      referrerRows = 0
      return slice
    },
  }
}

/** 53 bits, seeded per reading, so that nobody can aim at a collision. */
function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let a = seed ^ 0x811c9dc5
  let b = seed ^ (end - start)
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    a = Math.imul(a ^ byte, 0x01000193)
    b = Math.imul(b + byte, 0x9e3779b1) ^ (b >>> 15)
  }
  return (a >>> 0) * 0x20_0000 + ((b ^ (b >>> 11)) & 0x1f_ffff)
}

function remember<Value>(cache: Map<number, Value>, key: number, value: Value): void {
  if (cache.size >= rememberedStrings) cache.clear()
  cache.set(key, value)
}

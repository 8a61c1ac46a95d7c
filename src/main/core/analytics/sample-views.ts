import type { ArticleId } from '#shared/model/ids.ts'
import type { DayTally, HourTally, LogSlice } from './log-slice.ts'
import { createSiteTime } from './site-time.ts'

export interface SamplePopularity {
  articleId: ArticleId
  publishedAt: number
  /** Views of the first whole day, about. */
  popularity: number
}

const hour = 3_600_000
const shownDays = 120
/** Share of a day's views by hour: a morning, a noon and an evening. */
const rhythm = [2, 1, 1, 1, 1, 2, 4, 8, 12, 14, 12, 10, 11, 9, 8, 8, 8, 9, 9, 10, 13, 14, 10, 5]
const rhythmSum = rhythm.reduce((sum, share) => sum + share, 0)
const referrers = [
  { host: '', share: 0.34 },
  { host: 'baidu.com', share: 0.24 },
  { host: 'weixin.qq.com', share: 0.16 },
  { host: 'zhihu.com', share: 0.1 },
  { host: 'bing.com', share: 0.06 },
  { host: 'weibo.com', share: 0.05 },
  { host: 'google.com', share: 0.05 },
]

/** Rollups as a log of the last weeks would have left them, for the sample library alone. */
export function sampleViews(
  articles: readonly SamplePopularity[],
  timeZone: string,
  now: number,
): Pick<LogSlice, 'hours' | 'days' | 'siteHours' | 'siteDays' | 'marks'> {
  const siteTime = createSiteTime(timeZone)
  const random = seeded(articles.length * 7919)
  const hours: HourTally[] = []
  const days = new Map<string, DayTally>()
  const siteHours = new Map<number, number>()
  const siteDays = new Map<number, number>()

  for (const { articleId, publishedAt, popularity } of articles) {
    const first = Math.max(publishedAt, now - shownDays * 24 * hour)
    for (let time = first; time < now; time += hour) {
      const { at, day, hourOfDay } = siteTime.moment(time)
      const age = (time - publishedAt) / (24 * hour)
      const weekday = new Date(siteTime.startOfDay(day) + 12 * hour).getUTCDay()
      const share = (rhythm[hourOfDay] ?? 0) / rhythmSum
      const wanted = (popularity * 0.85 ** age + popularity * 0.14) * share * (weekday % 6 === 0 ? 0.72 : 1)
      const views = Math.floor(wanted * (0.6 + random() * 0.8) + random())
      if (views === 0) continue
      const visitors = seen(views, 0.82)
      hours.push({
        articleId,
        at,
        day,
        hourOfDay,
        hits: views,
        beacons: views,
        hitVisitors: visitors,
        beaconVisitors: visitors,
      })
      addDay(articleId, day, views, visitors)
      siteHours.set(at, (siteHours.get(at) ?? 0) + seen(visitors, 0.95))
      siteDays.set(day, (siteDays.get(day) ?? 0) + seen(visitors, 0.92))
    }
  }

  /** So many of them are there for the first time. */
  function seen(count: number, share: number): number {
    let first = 0
    for (let one = 0; one < count; one++) if (random() < share) first++
    return first
  }

  function addDay(articleId: number, day: number, views: number, visitors: number): void {
    const key = `${articleId}/${day}`
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
        referrers: referrers.map(({ host }) => ({ host, hits: 0, beacons: 0 })),
      }
      days.set(key, tally)
    }
    tally.hits += views
    tally.beacons += views
    tally.hitVisitors += visitors
    tally.beaconVisitors += visitors
    for (let view = 0; view < views; view++) {
      const percent = Math.round(100 * (1 - random() ** 1.9 * 0.92))
      tally.reads++
      tally.readPercent += percent
      tally.readSeconds += 20 + Math.round(percent * (0.8 + random()))
      tally.depth[percent >= 75 ? 3 : percent >= 50 ? 2 : percent >= 25 ? 1 : 0]++
      const from = tally.referrers[pickReferrer(random())]
      if (from) from.beacons++
    }
  }

  return {
    hours,
    days: [...days.values()],
    siteHours: [...siteHours].map(([at, visitors]) => ({ at, visitors })),
    siteDays: [...siteDays].map(([day, visitors]) => ({ day, visitors })),
    marks: [],
  }
}

function pickReferrer(value: number): number {
  let sum = 0
  for (const [index, { share }] of referrers.entries()) {
    sum += share
    if (value < sum) return index
  }
  return 0
}

function seeded(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 0x1_0000_0000
  }
}

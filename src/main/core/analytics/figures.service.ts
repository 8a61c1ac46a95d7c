import { setImmediate as breathe } from 'node:timers/promises'
import type { Period, SeriesPoint, Totals } from '#shared/contract/analytics.ts'
import type { ArticleId, CategoryId } from '#shared/model/ids.ts'
import { invalid, notFound } from '../errors.ts'
import type { ArticleSum, ArticleSums } from './article-sums.ts'
import type { DayRange, FiguresRepository, Sums } from './figures.repository.ts'
import { addDays, createSiteTime, daysBetween } from './site-time.ts'

const longestPeriod = 3660
const topCount = 50
const referrerCount = 50
const labelPage = 20_000
const hour = 3_600_000

export type FiguresService = ReturnType<typeof createFiguresService>

/** Answers the figures of a period, in the buckets of the site's time zone. */
export function createFiguresService({
  repository,
  articleSums,
  timeZone,
}: {
  repository: FiguresRepository
  articleSums: ArticleSums
  timeZone: () => string
}) {
  let zone = ''
  let siteTime = createSiteTime('UTC')
  /** The calendar keeps what it worked out; a new one only when the setting changed. */
  const calendar = () => {
    if (zone !== timeZone()) {
      zone = timeZone()
      siteTime = createSiteTime(zone)
    }
    return siteTime
  }

  return {
    async overview(input: Period & { granularity: 'day' | 'hour' }) {
      const range = toRange(input)
      const length = daysBetween(range.from, range.to) + 1
      const before = { from: addDays(range.from, -length), to: addDays(range.from, -1) }
      const sums = await articleSums.over(range)
      sums.sort((a, b) => b.views - a.views || a.id - b.id)
      return {
        totals: toTotals(repository.siteSums(range)),
        previous: toTotals(repository.siteSums(before)),
        series:
          input.granularity === 'hour'
            ? hourSeries(range, repository.siteHours(range))
            : daySeries(range, repository.siteDays(range)),
        topArticles: topArticles(sums),
        ...(await byLabel(sums)),
        referrers: repository.siteReferrers(range, referrerCount),
        hours: hoursOfDay(range),
      }
    },

    /** Days as buckets. @throws NOT_FOUND */
    article({ articleId, ...period }: Period & { articleId: ArticleId }) {
      const allTimeViews = repository.articleViews(articleId)
      if (allTimeViews === undefined) throw notFound('article', articleId)
      const range = toRange(period)
      const { depth, ...sums } = repository.articleSums(articleId, range)
      return {
        allTimeViews,
        totals: toTotals(sums),
        series: daySeries(range, repository.articleDays(articleId, range)),
        referrers: repository.articleReferrers(articleId, range, referrerCount),
        depth,
      }
    },
  }

  function topArticles(sums: ArticleSum[]) {
    const top: {
      id: ArticleId
      title: string
      categoryId: CategoryId | null
      views: number
      visitors: number
      readDepth: number | null
    }[] = []
    for (const { id, views, visitors, reads, readPercent } of sums) {
      const heading = repository.heading(id)
      // Deleted articles keep their share of the totals only.
      if (!heading) continue
      const readDepth = reads > 0 ? readPercent / reads / 100 : null
      top.push({ id: id as ArticleId, ...heading, views, visitors, readDepth })
      if (top.length === topCount) break
    }
    return top
  }

  async function byLabel(sums: ArticleSum[]) {
    const views = new Map(sums.map((sum) => [sum.id, sum.views]))
    const byCategory = new Map<CategoryId | null, number>()
    const byByline = new Map<number, number>()
    for (let last = 0; views.size > 0; ) {
      const page = repository.labelsAfter(last, labelPage)
      for (const [id, category, byline] of page) {
        const count = views.get(id)
        if (count === undefined) continue
        byCategory.set(category, (byCategory.get(category) ?? 0) + count)
        if (byline !== null) byByline.set(byline, (byByline.get(byline) ?? 0) + count)
      }
      last = page.at(-1)?.[0] ?? 0
      if (page.length < labelPage) break
      await breathe()
    }
    const categoryNames = repository.categoryNames()
    const bylineNames = repository.bylineNames()
    return {
      categories: [...byCategory]
        .map(([id, views]) => ({ id, name: (id !== null && categoryNames.get(id)) || '', views }))
        .sort((a, b) => b.views - a.views),
      bylines: [...byByline]
        .map(([id, views]) => ({ name: bylineNames.get(id) ?? '', views }))
        .sort((a, b) => b.views - a.views)
        .slice(0, topCount),
    }
  }

  function hoursOfDay(range: DayRange): number[] {
    const hours = new Array<number>(24).fill(0)
    for (const { hour, views } of repository.hoursOfDay(range)) hours[hour] = views
    return hours
  }

  function daySeries(
    range: DayRange,
    rows: { day: number; views: number; visitors: number }[],
  ): SeriesPoint[] {
    const siteTime = calendar()
    const byDay = new Map(rows.map((row) => [row.day, row]))
    const series: SeriesPoint[] = []
    for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
      const row = byDay.get(day)
      series.push({ at: siteTime.startOfDay(day), views: row?.views ?? 0, visitors: row?.visitors ?? 0 })
    }
    return series
  }

  function hourSeries(
    range: DayRange,
    rows: { at: number; views: number; visitors: number }[],
  ): SeriesPoint[] {
    const siteTime = calendar()
    const end = siteTime.startOfDay(addDays(range.to, 1))
    const series: SeriesPoint[] = []
    const start = siteTime.startOfDay(range.from)
    for (let at = start; at < end; at += hour) series.push({ at, views: 0, visitors: 0 })
    // Hours that were counted in another time zone may begin between these, or in the day before or after.
    for (const { at, views, visitors } of rows) {
      const index = Math.min(series.length - 1, Math.max(0, Math.floor((at - start) / hour)))
      const point = series[index] as SeriesPoint
      point.views += views
      point.visitors += visitors
    }
    return series
  }
}

/** @throws INVALID `period` when it is no period of at most ten years. */
function toRange({ from, to }: Period): DayRange {
  const range = { from: Number(from.replaceAll('-', '')), to: Number(to.replaceAll('-', '')) }
  const isCalendarDay = (day: number) => addDays(day, 0) === day
  if (!isCalendarDay(range.from) || !isCalendarDay(range.to) || range.from > range.to) throw invalid('period')
  if (daysBetween(range.from, range.to) >= longestPeriod) throw invalid('period')
  return range
}

const toTotals = (sums: Sums): Totals => ({
  views: sums.views,
  visitors: sums.visitors,
  readDepth: sums.reads > 0 ? sums.readPercent / sums.reads / 100 : null,
  readSeconds: sums.reads > 0 ? sums.readSeconds / sums.reads : null,
})

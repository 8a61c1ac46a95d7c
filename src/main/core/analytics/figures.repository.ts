import type { Database } from 'better-sqlite3'
import type { ArticleId, CategoryId } from '#shared/model/ids.ts'
import { addDays } from './site-time.ts'

/** Days are yyyymmdd, both ends inclusive. */
export interface DayRange {
  from: number
  to: number
}

export interface Sums {
  views: number
  visitors: number
  reads: number
  readPercent: number
  readSeconds: number
}

interface Point {
  views: number
  visitors: number
}

export interface Ranked {
  name: string
  views: number
}

/** [article, views, visitors, reads, percent read, …], five numbers each. */
export type PackedSums = Int32Array

export type FiguresRepository = ReturnType<typeof createFiguresRepository>

const sums = /* sql */ `
  ifnull(sum(views), 0) AS views, ifnull(sum(visitors), 0) AS visitors, ifnull(sum(reads), 0) AS reads,
  ifnull(sum(read_percent), 0) AS readPercent, ifnull(sum(read_seconds), 0) AS readSeconds`
const packed = /* sql */ `article_id, views, visitors, reads, read_percent`

/** Reads the rollups. */
export function createFiguresRepository(db: Database) {
  const siteSums = db.prepare<[number, number], Sums>(
    `SELECT ${sums} FROM site_days WHERE day BETWEEN ? AND ?`,
  )
  const siteDays = db.prepare<[number, number], Point & { day: number }>(
    'SELECT day, views, visitors FROM site_days WHERE day BETWEEN ? AND ?',
  )
  const siteHours = db.prepare<[number, number], Point & { at: number }>(
    'SELECT at, views, visitors FROM site_hours WHERE day BETWEEN ? AND ?',
  )
  const hoursOfDay = db.prepare<[number, number], { hour: number; views: number }>(
    `SELECT hour_of_day AS hour, sum(views) AS views FROM site_hours WHERE day BETWEEN ? AND ? GROUP BY hour_of_day`,
  )
  const siteReferrers = db.prepare<[number, number, number], Ranked>(`
    SELECT host AS name, views FROM (
      SELECT host_id, sum(views) AS views FROM site_referrers WHERE day BETWEEN ? AND ?
      GROUP BY host_id HAVING sum(views) > 0 ORDER BY 2 DESC LIMIT ?
    ) JOIN referrer_hosts ON id = host_id ORDER BY views DESC, host`)
  const monthSums = db
    .prepare<[number], number[]>(`SELECT ${packed} FROM article_months WHERE month = ? AND article_id > 0`)
    .raw()
  const daySums = db
    .prepare<[number], number[]>(`SELECT ${packed} FROM article_days WHERE day = ? AND article_id > 0`)
    .raw()

  const labels = db
    .prepare<[number, number], [ArticleId, CategoryId | null, number | null]>(
      'SELECT id, category_id, byline_id FROM articles WHERE id > ? ORDER BY id LIMIT ?',
    )
    .raw()
  const heading = db.prepare<[number], { title: string; categoryId: CategoryId | null }>(
    'SELECT title, category_id AS categoryId FROM articles WHERE id = ?',
  )
  const categoryNames = db.prepare<[], [CategoryId, string]>('SELECT id, name FROM categories').raw()
  const bylineNames = db.prepare<[], [number, string]>('SELECT id, name FROM bylines').raw()

  const articleViews = db.prepare<[number], { views: number }>('SELECT views FROM articles WHERE id = ?')
  const articleSums = db.prepare<
    [string, number],
    Sums & { d0: number; d1: number; d2: number; d3: number }
  >(`
    SELECT ${sums}, ifnull(sum(depth_25), 0) AS d0, ifnull(sum(depth_50), 0) AS d1,
      ifnull(sum(depth_75), 0) AS d2, ifnull(sum(depth_100), 0) AS d3
    FROM json_each(?) JOIN article_days ON day = value AND article_id = ?`)
  const articleDays = db.prepare<[string, number], Point & { day: number }>(
    'SELECT day, views, visitors FROM json_each(?) JOIN article_days ON day = value AND article_id = ?',
  )
  const articleReferrers = db.prepare<[string, number, number], Ranked>(`
    SELECT h.host AS name, sum(CASE WHEN d.beacons > 0 THEN r.beacons ELSE r.hits END) AS views
    FROM json_each(?) AS days
      JOIN article_days d ON d.day = days.value AND d.article_id = ?
      JOIN article_referrers r ON r.day = d.day AND r.article_id = d.article_id
      JOIN referrer_hosts h ON h.id = r.host_id
    GROUP BY h.host HAVING sum(CASE WHEN d.beacons > 0 THEN r.beacons ELSE r.hits END) > 0
    ORDER BY 2 DESC, 1 LIMIT ?`)

  return {
    siteSums: ({ from, to }: DayRange): Sums =>
      siteSums.get(from, to) ?? { views: 0, visitors: 0, reads: 0, readPercent: 0, readSeconds: 0 },
    siteDays: ({ from, to }: DayRange) => siteDays.all(from, to),
    siteHours: ({ from, to }: DayRange) => siteHours.all(from, to),
    hoursOfDay: ({ from, to }: DayRange) => hoursOfDay.all(from, to),
    siteReferrers: ({ from, to }: DayRange, limit: number) => siteReferrers.all(from, to, limit),
    /** `unit`: a month, yyyymm, or a day, yyyymmdd. */
    packedSums: (unit: number): PackedSums =>
      Int32Array.from((unit < 1_000_000 ? monthSums : daySums).all(unit).flat()),
    /** Category and byline of the articles after `id`, `limit` of them. */
    labelsAfter: (id: number, limit: number) => labels.all(id, limit),
    heading: (id: number) => heading.get(id),
    categoryNames: () => new Map(categoryNames.all()),
    bylineNames: () => new Map(bylineNames.all()),

    /** Starting and counted views; undefined when there is no such article. */
    articleViews: (id: ArticleId) => articleViews.get(id)?.views,
    articleSums(id: ArticleId, range: DayRange): Sums & { depth: number[] } {
      const row = articleSums.get(dayList(range), id)
      if (!row) throw new Error('an aggregate without a row')
      const { d0, d1, d2, d3, ...rest } = row
      return { ...rest, depth: [d0, d1, d2, d3] }
    },
    articleDays: (id: ArticleId, range: DayRange) => articleDays.all(dayList(range), id),
    articleReferrers: (id: ArticleId, range: DayRange, limit: number) =>
      articleReferrers.all(dayList(range), id, limit),
  }
}

/** The rollups are ordered by day: an article's days are looked up one by one. */
function dayList({ from, to }: DayRange): string {
  const days: number[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return JSON.stringify(days)
}

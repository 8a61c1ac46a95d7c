import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleId, CategoryId, LogSourceId } from '../model/ids.ts'
import { base, Timestamp } from './base.ts'

/** Calendar days in the site's time zone, YYYY-MM-DD, both inclusive. */
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const Period = z.object({ from: Day, to: Day })
export type Period = z.infer<typeof Period>

const Count = z.number().int()
export const Totals = z.object({
  views: Count,
  /** Distinct (address, agent) pairs per day, added up; no cookie is involved. */
  visitors: Count,
  /** Mean share of the article that was scrolled through, 0 to 1; null without beacons. */
  readDepth: z.number().nullable(),
  /** Mean seconds in view; null without beacons. */
  readSeconds: z.number().nullable(),
})
export type Totals = z.infer<typeof Totals>

/** `at`: start of the day or hour. Every bucket of the period is there, empty ones with zeros. */
export const SeriesPoint = z.object({ at: Timestamp, views: Count, visitors: Count })
export type SeriesPoint = z.infer<typeof SeriesPoint>

const Ranked = z.object({ name: z.string(), views: Count })

export const LogSource = z.object({
  id: LogSourceId,
  path: z.string(),
  /** Kept by Galley itself for the embedded server. */
  builtIn: z.boolean(),
  lastReadAt: Timestamp.nullable(),
  lines: Count,
  bots: Count,
  /** Lines that are not of the combined format. */
  unreadable: Count,
  error: z.string().nullable(),
})
export type LogSource = z.infer<typeof LogSource>

export const IngestResult = z.object({ lines: Count, views: Count, bots: Count, unreadable: Count })

export const analytics = {
  overview: base.input(Period.extend({ granularity: z.enum(['day', 'hour']) })).output(
    z.object({
      totals: Totals,
      /** The period of equal length before. */
      previous: Totals,
      series: z.array(SeriesPoint),
      topArticles: z.array(
        z.object({
          id: ArticleId,
          title: z.string(),
          categoryId: CategoryId.nullable(),
          views: Count,
          visitors: Count,
          readDepth: z.number().nullable(),
        }),
      ),
      categories: z.array(Ranked.extend({ id: CategoryId.nullable() })),
      bylines: z.array(Ranked),
      /** Host of the referring page; '' for direct visits. */
      referrers: z.array(Ranked),
      /** Views by hour of the day, 24 numbers. */
      hours: z.array(Count),
    }),
  ),
  article: base.input(Period.extend({ articleId: ArticleId })).output(
    z.object({
      /** Starting views and all counted ones. */
      allTimeViews: Count,
      totals: Totals,
      series: z.array(SeriesPoint),
      referrers: z.array(Ranked),
      /** Readers who got to 0-25, 25-50, 50-75, 75-100 percent. */
      depth: z.array(Count).length(4),
    }),
  ),
  sources: base.output(z.array(LogSource)),
  /** INVALID `not-a-file` | `unreadable` | `not-an-access-log` | `duplicate`. */
  addSource: base.input(z.object({ path: z.string().min(1) })).output(LogSource),
  removeSource: base.input(z.object({ id: LogSourceId })).output(z.void()),
  /** Reads what has come since the last time, from every source. */
  ingest: base.output(IngestResult),
  changed: base.output(eventIterator(z.object({ at: Timestamp }))),
}

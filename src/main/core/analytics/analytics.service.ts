import { statSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Events } from '../events.ts'
import type { Clock } from '../platform.ts'
import { startWorker } from '../start-worker.ts'
import type { ArticleSums } from './article-sums.ts'
import { identityOf, rotatedFiles } from './log-files.ts'
import type { LogJob, LogReport, LogSlice } from './log-slice.ts'
import type { LogSourceRepository } from './log-source.repository.ts'
import type { RollupRepository } from './rollup.repository.ts'
import { type SamplePopularity, sampleViews } from './sample-views.ts'
import { createSiteTime } from './site-time.ts'

const minute = 60_000
const day = 86_400_000
/** Views by hour of single articles; the site's stay for good. */
const articleHoursKept = 62 * day
/** A rotated file that was not there for so long will not come back. */
const filesKept = 400 * day
const viewsAtOnce = 500

export interface IngestCounts {
  lines: number
  views: number
  bots: number
  unreadable: number
}

export type AnalyticsService = ReturnType<typeof createAnalyticsService>

/** Reads the logs and keeps the rollups. The figures themselves are `FiguresService`'s. */
export function createAnalyticsService({
  db,
  events,
  clock,
  logger,
  sources,
  rollups,
  articleSums,
  site,
  articlePaths,
  addCountedViews,
}: {
  db: Database
  events: Events
  clock: Clock
  logger: Logger
  sources: LogSourceRepository
  rollups: RollupRepository
  articleSums: ArticleSums
  site: () => { timeZone: string; baseUrl: string }
  /** Every address of an article, present and former, relative to the site's root. */
  articlePaths: () => readonly (readonly [path: string, articleId: number])[]
  /** Runs inside the transaction that takes these views off the list of those to add. */
  addCountedViews: (views: ReadonlyMap<ArticleId, number>) => void
}) {
  let running: Promise<IngestCounts> | null = null
  let following: Promise<IngestCounts> | null = null
  let worker: Worker | null = null
  let callOff = () => {}
  let stopped = false
  const listeners = new Set<(articles: ReadonlySet<ArticleId>) => void>()

  /** Adds a slice: position and figures together, so that no line counts twice. */
  const commit = (slice: LogSlice, fileIds: Map<number, number>): number => {
    const views = db
      .transaction(() => {
        // Removed while it was being read.
        if (!sources.find(slice.sourceId)) return 0
        const id = slice.file.id > 0 ? slice.file.id : (fileIds.get(slice.file.id) ?? 0)
        const saved = sources.saveFile(slice.sourceId, { ...slice.file, id }, clock.now())
        fileIds.set(slice.file.id, saved)
        sources.count(slice.sourceId, slice.lines, slice.bots, slice.unreadable)
        return rollups.apply(slice)
      })
      .immediate()
    articleSums.forgetDays(slice.days.map(({ day }) => day))
    return views
  }

  /** Brings the view counts of the articles up to the rollups, a few hundred at a time. */
  async function addViews(): Promise<Set<ArticleId>> {
    const articles = new Set<ArticleId>()
    for (let more = true; more && !stopped; await breathe()) {
      db.transaction(() => {
        const views = rollups.takeViews(viewsAtOnce) as [ArticleId, number][]
        if (views.length > 0) addCountedViews(new Map(views))
        for (const [id] of views) articles.add(id)
        more = views.length === viewsAtOnce
      }).immediate()
    }
    return articles
  }

  const isUnchanged = (path: string, known: ReadonlySet<string>): boolean => {
    try {
      return rotatedFiles(path).every((file) => known.has(identityOf(statSync(file))))
    } catch {
      return false
    }
  }

  const job = (): LogJob | null => {
    const now = clock.now()
    const changed = sources
      .list()
      .map(({ id, path, error }) => ({ id, path, error, files: sources.files(id) }))
      .filter(
        ({ path, error, files }) =>
          error !== null || !isUnchanged(path, new Set(files.map((file) => file.identity))),
      )
    if (changed.length === 0) return null
    const { timeZone, baseUrl } = site()
    return {
      sources: changed.map(({ id, path, files }) => ({ id, path, files })),
      timeZone,
      siteHost: new URL(baseUrl).hostname,
      now,
      paths: articlePaths(),
      visitorDays: rollups.visitorDays(),
    }
  }

  const forgetVisitors = () => {
    const openSince = createSiteTime(site().timeZone).moment(clock.now() - 60 * minute).day
    rollups.forgetVisitorsBefore(openSince)
  }

  async function read(): Promise<IngestCounts> {
    forgetVisitors()
    const total: IngestCounts = { lines: 0, views: 0, bots: 0, unreadable: 0 }
    const work = job()
    if (work) await readInWorker(work, total)
    const articles = await addViews()
    if (work) {
      sources.forgetFilesBefore(clock.now() - filesKept)
      if (total.lines > 10_000) rollups.forgetArticleHoursBefore(clock.now() - articleHoursKept)
      forgetVisitors()
    }
    if (total.lines > 0 || articles.size > 0) events.publish('analytics.changed', { at: clock.now() })
    if (articles.size > 0) for (const listener of listeners) listener(articles)
    return total
  }

  function readInWorker(work: LogJob, total: IngestCounts): Promise<void> {
    const fileIds = new Map<number, number>()
    const reader = startWorker('logs', { workerData: work })
    worker = reader
    const accept = (report: Exclude<LogReport, { kind: 'done' }>) => {
      if (report.kind === 'source') {
        sources.finish(report.id, clock.now(), report.error)
        return
      }
      const { slice } = report
      total.views += commit(slice, fileIds)
      total.lines += slice.lines
      total.bots += slice.bots
      total.unreadable += slice.unreadable
    }
    return new Promise<void>((resolve, reject) => {
      let accepted = Promise.resolve()
      reader.on('message', (report: LogReport) => {
        accepted = accepted
          .then(async () => {
            if (stopped || report.kind === 'done') return resolve()
            accept(report)
            // Messages that wait are delivered in one go: let everything else have its turn in between.
            await breathe()
            reader.postMessage('committed')
          })
          .catch((error: unknown) => {
            // What is committed stays; the rest is read again next time.
            reject(error)
            void reader.terminate()
          })
      })
      reader.once('error', reject)
      reader.once('exit', () => void accepted.then(resolve))
    }).finally(() => {
      worker = null
    })
  }

  /** Reads what has come since the last time. A call during a reading starts another after it. */
  function ingest(): Promise<IngestCounts> {
    if (stopped) return Promise.resolve({ lines: 0, views: 0, bots: 0, unreadable: 0 })
    if (running) {
      following ??= running.then(
        () => ingest(),
        () => ingest(),
      )
      return following
    }
    following = null
    running = read().finally(() => {
      running = null
    })
    return running
  }

  const everyMinute = () => {
    ingest()
      .catch((error: unknown) => logger.warn({ err: error }, 'logs could not be read'))
      .finally(() => {
        if (!stopped) callOff = clock.at(clock.now() + minute, everyMinute)
      })
  }

  return {
    ingest,
    /** Figures of a sample library, as part of the caller's transaction; the views reach the articles with `ingest`. */
    addSampleViews(articles: readonly SamplePopularity[]): void {
      const slice = sampleViews(articles, site().timeZone, clock.now())
      rollups.apply(slice)
      articleSums.forgetDays(slice.days.map(({ day }) => day))
    },
    /** Adds the log of the embedded server, once. */
    ensureBuiltInSource(path: string): void {
      if (!sources.findByPath(path)) sources.insert(path, true)
    },
    /** Calls back after a reading, with the articles whose view counts it changed. */
    onViewsChanged(listener: (articles: ReadonlySet<ArticleId>) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Reads now and every minute from then on. */
    start(): void {
      everyMinute()
    },
    async stop(): Promise<void> {
      stopped = true
      callOff()
      await worker?.terminate()
      await running?.catch(() => undefined)
    },
  }
}

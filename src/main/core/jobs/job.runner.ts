import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import type { Job, JobLogLine } from '#shared/contract/jobs.ts'
import type { JobId } from '#shared/model/ids.ts'
import { notFound, refused, storageError } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Clock } from '../platform.ts'
import { backoff, longestBackoff } from './backoff.ts'
import { createJobStore, type JobRow, toJob } from './job.store.ts'
import {
  type JobHandler,
  type JobProgress,
  type NewJob,
  PermanentError,
  RetryableError,
} from './job-handler.ts'

/** A job that was running when the program died this often is not tried again by itself. */
const mostCrashes = 3
/** Progress is announced at most this often, ms. */
const announceEvery = 100

type Handler = JobHandler<unknown>
interface Running {
  readonly abort: AbortController
  readonly ended: Promise<void>
  progress: JobProgress | null
}
class StopSignal extends Error {}

export type Jobs = ReturnType<typeof createJobs>

/**
 * Durable jobs. Rows are the truth: what is enqueued in a transaction runs after it, survives a crash, and ends
 * exactly once. Each queue runs its jobs one after another; a job that waits to be tried again holds its place.
 */
export function createJobs({
  db,
  events,
  clock,
  logger,
}: {
  db: Database
  events: Events
  clock: Clock
  logger: Logger
}) {
  const store = createJobStore(db)
  const handlers = new Map<string, Handler>()
  const running = new Map<JobId, Running>()
  const announcedAt = new Map<JobId, number>()
  let started = false
  let pumpDue = false
  let wake: (() => void) | undefined

  const view = (row: JobRow): Job => {
    const job = toJob(row)
    return { ...job, ...running.get(job.id)?.progress }
  }
  const rowOf = (id: JobId): JobRow => {
    const row = store.find(id)
    if (!row) throw notFound('job', id)
    return row
  }
  const announce = (id: JobId) => {
    const row = store.find(id)
    if (row) events.publish('jobs.changed', view(row))
  }
  const handlerOf = (row: JobRow): Handler => {
    const handler = handlers.get(row.kind)
    if (!handler) throw new PermanentError('unknown-kind', `no handler for ${row.kind}`)
    return handler
  }
  const log = (id: JobId, level: JobLogLine['level'], message: string, values?: JobLogLine['values']) =>
    store.addLog(id, { at: clock.now(), level, message, values: values ?? {} })

  /** Looks for work once what called has come to its end: an enqueuing transaction is committed by then. */
  const pumpSoon = () => {
    if (!started || pumpDue) return
    pumpDue = true
    queueMicrotask(() => {
      pumpDue = false
      if (started) pump()
    })
  }

  function pump(): void {
    wake?.()
    wake = undefined
    let next = Number.POSITIVE_INFINITY
    for (const row of store.heads()) {
      if (row.state === 'running') continue
      const due = row.next_attempt_at ?? 0
      const wait = due - clock.now()
      // A longer one is none that was meant: the clock has been set back since.
      if (row.state === 'waiting' && wait > 0 && wait <= longestBackoff) {
        next = Math.min(next, due)
        continue
      }
      begin(row)
    }
    if (next < Number.POSITIVE_INFINITY) wake = clock.at(next, pumpSoon)
  }

  function begin(row: JobRow): void {
    store.begin(row.id, clock.now())
    const abort = new AbortController()
    const entry: Running = { abort, progress: null, ended: Promise.resolve() }
    running.set(row.id, entry)
    announce(row.id)
    Object.assign(entry, { ended: run(rowOf(row.id), entry) })
  }

  async function run(row: JobRow, entry: Running): Promise<void> {
    const { id } = row
    const { signal } = entry.abort
    const checkpoint = () => {
      if (signal.aborted) throw new StopSignal()
    }
    try {
      const handler = handlerOf(row)
      const payload: unknown = JSON.parse(row.payload)
      const outcome = await handler.run(payload, {
        id,
        signal,
        checkpoint,
        log: (level, message, values) => log(id, level, message, values),
        progress(progress) {
          const stepChanged = entry.progress?.step !== progress.step
          entry.progress = progress
          const now = clock.now()
          if (!stepChanged && now - (announcedAt.get(id) ?? 0) < announceEvery) return
          announcedAt.set(id, now)
          announce(id)
        },
      })
      db.transaction(() => {
        outcome.commit?.()
        if (entry.progress) store.progress(id, entry.progress)
        store.succeed(id, outcome.result, clock.now())
      }).immediate()
    } catch (error) {
      settle(row, entry, error)
    } finally {
      running.delete(id)
      announcedAt.delete(id)
      announce(id)
      pumpSoon()
    }
  }

  /** Decides what a job that did not succeed comes to. */
  function settle(row: JobRow, entry: Running, error: unknown): void {
    const { id } = row
    const now = clock.now()
    if (entry.progress) store.progress(id, entry.progress)
    if (entry.abort.signal.aborted) {
      if (entry.abort.signal.reason === 'stopping') return store.requeue(id, 'stop')
      return end(row, 'cancelled', null)
    }
    const problem = describe(error)
    if (error instanceof RetryableError && row.attempts < row.max_attempts) {
      const at = now + backoff(row.attempts)
      store.wait(id, at, problem)
      return log(id, 'warn', 'again', { ...problem, at })
    }
    if (problem.reason === 'unexpected') logger.error({ job: id, kind: row.kind, err: error }, 'job failed')
    end(row, 'failed', problem)
  }

  function end(
    row: JobRow,
    state: 'failed' | 'cancelled',
    problem: { reason: string; detail: string } | null,
  ): void {
    db.transaction(() => {
      handlers.get(row.kind)?.ended?.(JSON.parse(row.payload), state)
      store.end(row.id, state, problem, clock.now())
      log(row.id, state === 'failed' ? 'error' : 'info', state, problem)
    }).immediate()
  }

  /** Jobs that were running when the program died go on; one that keeps killing it ends. */
  function recover(): void {
    for (const row of store.running()) {
      if (row.crashes + 1 >= mostCrashes) {
        const detail = `the program ended ${row.crashes + 1} times while this ran`
        end(row, 'failed', { reason: 'crashed', detail })
        continue
      }
      store.requeue(row.id, 'crash')
      log(row.id, 'warn', 'interrupted')
    }
  }

  return {
    register<Payload>(kind: string, handler: JobHandler<Payload>): void {
      handlers.set(kind, handler as Handler)
    },
    /** Call it in the transaction that the job belongs to; the job begins after that. */
    enqueue<Payload>(job: NewJob<Payload>): JobId {
      const known = job.idempotencyKey && store.findByKey(job.idempotencyKey)
      if (known) return known.id
      const row = store.insert(job, clock.now())
      queueMicrotask(() => announce(row.id))
      pumpSoon()
      return row.id
    },
    findByKey(key: string): Job | undefined {
      const row = store.findByKey(key)
      return row && view(row)
    },
    busy: (queue: string): boolean => store.inQueue(queue) > 0,
    log,
    list: (limit: number): Job[] => store.list(limit).map(view),
    get: (id: JobId): Job => view(rowOf(id)),
    withLog: (id: JobId): Job & { log: JobLogLine[] } => ({ ...view(rowOf(id)), log: store.log(id) }),
    /** REFUSED `finished`. */
    cancel(id: JobId): Job {
      const row = rowOf(id)
      if (row.finished_at !== null) throw refused('finished')
      const entry = running.get(id)
      if (entry) entry.abort.abort('cancelled')
      else {
        end(row, 'cancelled', null)
        announce(id)
        pumpSoon()
      }
      return view(rowOf(id))
    },
    /** REFUSED `running` | `succeeded`, and what the handler refuses. */
    retry(id: JobId): Job {
      const row = rowOf(id)
      if (row.state === 'succeeded') throw refused('succeeded')
      if (row.state === 'running') throw refused('running')
      if (row.state !== 'queued') {
        db.transaction(() => {
          if (row.finished_at !== null) handlers.get(row.kind)?.revived?.(JSON.parse(row.payload), toJob(row))
          if (row.finished_at === null) store.requeue(id, 'stop')
          else store.revive(id)
        }).immediate()
      }
      announce(id)
      pumpSoon()
      return view(rowOf(id))
    },
    /** Resolves when the job has ended, waits to be tried again, or was put back because the program ends. */
    async settled(id: JobId): Promise<Job> {
      for (;;) {
        const job = view(rowOf(id))
        if (job.state === 'waiting' || job.finishedAt !== null || !started) return job
        const entry = running.get(id)
        if (entry) await entry.ended
        else await new Promise((resolve) => setImmediate(resolve))
      }
    },
    start(): void {
      recover()
      store.thin()
      started = true
      pumpSoon()
    },
    /** Running jobs stop at their next checkpoint and go on at the next start. */
    async stop(): Promise<void> {
      started = false
      wake?.()
      for (const { abort } of running.values()) abort.abort('stopping')
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

function describe(error: unknown): { reason: string; detail: string } {
  if (error instanceof RetryableError || error instanceof PermanentError)
    return { reason: error.reason, detail: error.message }
  const storage = storageError(error)
  if (storage) return { reason: storage.data.reason, detail: storage.data.detail ?? '' }
  return { reason: 'unexpected', detail: error instanceof Error ? error.message : String(error) }
}

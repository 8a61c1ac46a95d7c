import type { Database } from 'better-sqlite3'
import type { Job, JobLogLine, JobState } from '#shared/contract/jobs.ts'
import type { JobId } from '#shared/model/ids.ts'
import type { JobProgress, NewJob } from './job-handler.ts'

export interface JobRow {
  id: JobId
  kind: string
  queue: string
  subject: string
  payload: string
  state: JobState
  attempts: number
  max_attempts: number
  crashes: number
  next_attempt_at: number | null
  done: number
  total: number
  step: string
  error_reason: string | null
  error_detail: string | null
  result: string | null
  created_at: number
  started_at: number | null
  finished_at: number | null
}

export const toJob = (row: JobRow): Job => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  done: row.done,
  total: row.total,
  step: row.step,
  error: row.error_reason === null ? null : { reason: row.error_reason, detail: row.error_detail ?? '' },
  result: row.result === null ? null : JSON.parse(row.result),
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
})

const unfinished = "state IN ('queued', 'running', 'waiting')"
const keptFinished = 500
const keptLogLines = 1000

export function createJobStore(db: Database) {
  const find = db.prepare<[number], JobRow>('SELECT * FROM jobs WHERE id = ?')
  const findByKey = db.prepare<[string], JobRow>('SELECT * FROM jobs WHERE idempotency_key = ?')
  const insert = db.prepare<Record<string, string | number | null>>(/* sql */ `
    INSERT INTO jobs (kind, queue, subject, payload, max_attempts, idempotency_key, created_at)
    VALUES (:kind, :queue, :subject, :payload, :maxAttempts, :key, :now)`)
  const list = db.prepare<[number], JobRow>('SELECT * FROM jobs ORDER BY id DESC LIMIT ?')
  const heads = db.prepare<[], JobRow>(
    `SELECT * FROM jobs WHERE id IN (SELECT min(id) FROM jobs WHERE ${unfinished} GROUP BY queue) ORDER BY id`,
  )
  const inQueue = db
    .prepare<[string], number>(`SELECT count(*) FROM jobs WHERE ${unfinished} AND queue = ?`)
    .pluck()
  const running = db.prepare<[], JobRow>("SELECT * FROM jobs WHERE state = 'running'")
  const begin = db.prepare<[number, number]>(/* sql */ `
    UPDATE jobs SET state = 'running', attempts = attempts + 1, next_attempt_at = NULL, error_reason = NULL,
      error_detail = NULL, started_at = ifnull(started_at, ?) WHERE id = ?`)
  const requeue = db.prepare<[number, number]>(
    "UPDATE jobs SET state = 'queued', next_attempt_at = NULL, crashes = crashes + ? WHERE id = ?",
  )
  const giveBackAttempt = db.prepare<[number]>('UPDATE jobs SET attempts = max(0, attempts - 1) WHERE id = ?')
  const wait = db.prepare<[number, string, string, number]>(/* sql */ `
    UPDATE jobs SET state = 'waiting', next_attempt_at = ?, error_reason = ?, error_detail = ? WHERE id = ?`)
  const succeed = db.prepare<[string | null, number, number]>(/* sql */ `
    UPDATE jobs SET state = 'succeeded', result = ?, done = total, finished_at = ?, error_reason = NULL,
      error_detail = NULL WHERE id = ?`)
  const end = db.prepare<[string, string | null, string | null, number, number]>(/* sql */ `
    UPDATE jobs SET state = ?, error_reason = ?, error_detail = ?, next_attempt_at = NULL, idempotency_key = NULL,
      finished_at = ? WHERE id = ?`)
  const revive = db.prepare<[number]>(/* sql */ `
    UPDATE jobs SET state = 'queued', attempts = 0, crashes = 0, next_attempt_at = NULL, error_reason = NULL,
      error_detail = NULL, finished_at = NULL, done = 0, step = '' WHERE id = ?`)
  const progress = db.prepare<[number, number, string, number]>(
    'UPDATE jobs SET done = ?, total = ?, step = ? WHERE id = ?',
  )
  const insertLog = db.prepare<[number, number, string, string, string]>(
    'INSERT INTO job_log (job_id, at, level, message, details) VALUES (?, ?, ?, ?, ?)',
  )
  const log = db.prepare<[number, number], Omit<JobLogLine, 'values'> & { details: string | null }>(
    `SELECT at, level, message, details FROM (SELECT * FROM job_log WHERE job_id = ? ORDER BY id DESC LIMIT ?)
    ORDER BY id`,
  )
  const thin = db.prepare<[number]>(/* sql */ `
    DELETE FROM jobs WHERE finished_at IS NOT NULL
      AND id NOT IN (SELECT id FROM jobs WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT ?)`)

  return {
    find: (id: number) => find.get(id),
    findByKey: (key: string) => findByKey.get(key),
    insert(job: NewJob<unknown>, now: number): JobRow {
      const { lastInsertRowid } = insert.run({
        kind: job.kind,
        queue: job.queue,
        subject: job.subject,
        payload: JSON.stringify(job.payload),
        maxAttempts: job.maxAttempts ?? 8,
        key: job.idempotencyKey ?? null,
        now,
      })
      return find.get(Number(lastInsertRowid)) as JobRow
    },
    list: (limit: number) => list.all(limit),
    /** The job at the head of each queue. */
    heads: () => heads.all(),
    /** Jobs of the queue that have not ended. */
    inQueue: (queue: string): number => inQueue.get(queue) ?? 0,
    running: () => running.all(),
    begin: (id: number, now: number) => void begin.run(now, id),
    requeue(id: number, cause: 'crash' | 'stop') {
      requeue.run(cause === 'crash' ? 1 : 0, id)
      if (cause === 'stop') giveBackAttempt.run(id)
    },
    wait: (id: number, at: number, error: { reason: string; detail: string }) =>
      void wait.run(at, error.reason, error.detail, id),
    succeed: (id: number, result: Record<string, unknown> | undefined, now: number) =>
      void succeed.run(result ? JSON.stringify(result) : null, now, id),
    end: (
      id: number,
      state: 'failed' | 'cancelled',
      error: { reason: string; detail: string } | null,
      now: number,
    ) => void end.run(state, error?.reason ?? null, error?.detail ?? null, now, id),
    revive: (id: number) => void revive.run(id),
    progress: (id: number, { done, total, step }: JobProgress) => void progress.run(done, total, step, id),
    addLog: (id: number, { at, level, message, values }: JobLogLine) =>
      void insertLog.run(id, at, level, message, JSON.stringify(values)),
    log: (id: number): JobLogLine[] =>
      log.all(id, keptLogLines).map(({ details, ...line }) => ({
        ...line,
        values: details === null ? null : JSON.parse(details),
      })),
    /** Forgets the oldest finished jobs. */
    thin: () => void thin.run(keptFinished),
  }
}

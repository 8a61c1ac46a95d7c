import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { JobId } from '../model/ids.ts'
import { base, Timestamp } from './base.ts'

export const JobState = z.enum(['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

export const Job = z.object({
  id: JobId,
  /** Which feature runs it: `publishing.deploy`, `publishing.rollback` … */
  kind: z.string(),
  /** What the interface shows it is about, e.g. the target's name. */
  subject: z.string(),
  state: JobState,
  attempts: z.number().int(),
  /** When a waiting job is tried again. */
  nextAttemptAt: Timestamp.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** Which step it is in, as a key: `rendering`, `writing`, `switching` … */
  step: z.string(),
  /** Why it failed or waits, as a key with free detail. */
  error: z.object({ reason: z.string(), detail: z.string() }).nullable(),
  /** What it came to, once it succeeded; the shape belongs to the kind. */
  result: z.record(z.string(), z.unknown()).nullable(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
})
export type Job = z.infer<typeof Job>

export const JobLogLine = z.object({
  at: Timestamp,
  level: z.enum(['info', 'warn', 'error']),
  /** What happened, as a key; free text in lines without `values`, which an earlier Galley wrote. */
  message: z.string(),
  /** What the words for it need: counts, titles, instants. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
})
export type JobLogLine = z.infer<typeof JobLogLine>

export const jobs = {
  /** Newest first. */
  list: base.input(z.object({ limit: z.number().int().min(1).max(500).default(100) })).output(z.array(Job)),
  get: base.input(z.object({ id: JobId })).output(Job.extend({ log: z.array(JobLogLine) })),
  /** A running job stops at its next checkpoint. REFUSED `finished`. */
  cancel: base.input(z.object({ id: JobId })).output(Job),
  /** Runs a failed or cancelled job again, or a waiting one now. */
  retry: base.input(z.object({ id: JobId })).output(Job),
  changed: base.output(eventIterator(Job)),
}

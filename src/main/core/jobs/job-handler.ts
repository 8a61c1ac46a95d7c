import type { Job, JobLogLine } from '#shared/contract/jobs.ts'
import type { JobId } from '#shared/model/ids.ts'

/** Trouble that may pass by itself: the job waits and tries again. */
export class RetryableError extends Error {
  override readonly name = 'RetryableError'
  readonly reason: string
  constructor(reason: string, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.reason = reason
  }
}

/** Trouble that stays until somebody does something about it. `reason` is a key that the interface translates. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError'
  readonly reason: string
  constructor(reason: string, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.reason = reason
  }
}

export interface JobProgress {
  done: number
  total: number
  step: string
}

export interface JobContext {
  readonly id: JobId
  /** Aborted when the job is to stop: cancelled, or the program ends. */
  readonly signal: AbortSignal
  progress(progress: JobProgress): void
  log(level: JobLogLine['level'], message: string, values?: JobLogLine['values']): void
  /** Ends the job here when it is to stop. */
  checkpoint(): void
}

export interface JobOutcome {
  result?: Record<string, unknown>
  /** Runs in the transaction that marks the job as succeeded. */
  commit?(): void
}

/** What a feature gives the runner for one kind of job. A job may run twice: running it again must do no harm. */
export interface JobHandler<Payload> {
  run(payload: Payload, context: JobContext): Promise<JobOutcome>
  /** The job ended without success; runs in the transaction that says so. */
  ended?(payload: Payload, state: 'failed' | 'cancelled'): void
  /** A job that had ended is to run again; runs in the transaction that says so. @throws REFUSED to prevent it. */
  revived?(payload: Payload, job: Job): void
}

export interface NewJob<Payload> {
  kind: string
  /** Jobs of one queue run one after another, in the order they came. */
  queue: string
  subject: string
  payload: Payload
  maxAttempts?: number
  /** Asking again with the same key answers the job that is there, unless that one failed or was cancelled. */
  idempotencyKey?: string
}

import { ORPCError } from '@orpc/server'
import { PermanentError, RetryableError } from '../jobs/job-handler.ts'
import type { WorkerError } from './deploy-messages.ts'

export class StoppedError extends Error {}

/** An error on its way between threads, where classes are lost. */
export function packError(error: unknown): WorkerError {
  if (!(error instanceof Error)) return { kind: 'other', code: '', message: String(error) }
  const { message, stack } = error
  if (error instanceof StoppedError) return { kind: 'stopped', code: '', message }
  if (error instanceof RetryableError) return { kind: 'retryable', code: error.reason, message }
  if (error instanceof PermanentError) return { kind: 'permanent', code: error.reason, message }
  if (error instanceof ORPCError) return { kind: 'declared', code: error.code, data: error.data, message }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { kind: 'other', code, message, stack }
}

export function unpackError({ kind, code, data, message, stack }: WorkerError): Error {
  if (kind === 'stopped') return new StoppedError(message)
  if (kind === 'retryable') return new RetryableError(code, message)
  if (kind === 'permanent') return new PermanentError(code, message)
  if (kind === 'declared') return new ORPCError(code, { data, message })
  const error = new Error(message)
  if (stack) error.stack = stack
  return code ? Object.assign(error, { code }) : error
}

import { ORPCError } from '@orpc/server'
import { startProblem } from '../common/start-problem.ts'
import type { Texts } from './texts.ts'

export const exitCode = { done: 0, failed: 1, usage: 2, library: 3, partly: 4, interrupted: 130 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Ends the command with a line for whoever typed it. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly exitCode: ExitCode
  readonly reason: string
  constructor(exitCode: ExitCode, reason: string, message: string) {
    super(message)
    this.exitCode = exitCode
    this.reason = reason
  }
}

/** The library cannot be opened. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError'
}

export interface Failure {
  exitCode: ExitCode
  code: string
  reason: string
  message: string
}

/** What a failure means for the terminal; a fault of the program keeps its own message. */
export function describeFailure(error: unknown, texts: Texts, libraryFolder: string): Failure {
  if (error instanceof CliError)
    return { exitCode: error.exitCode, code: 'CLI', reason: error.reason, message: error.message }
  if (error instanceof LibraryError) {
    const cause = error.cause
    const code = cause instanceof Error ? cause.name : 'LibraryError'
    const message = startProblem(cause, libraryFolder) ?? error.message
    return { exitCode: exitCode.library, code, reason: 'library', message }
  }
  if (error instanceof ORPCError) {
    const data: unknown = error.data
    const field = (name: string) =>
      typeof data === 'object' && data !== null && name in data ? String(Reflect.get(data, name) ?? '') : ''
    const reason = error.code === 'NOT_FOUND' ? 'not-found' : field('reason')
    const words = texts.reasons[reason] ?? `${error.code}${reason ? ` ${reason}` : ''}`
    const detail = field('detail') || field('logId') || field('id')
    return {
      exitCode: exitCode.failed,
      code: error.code,
      reason,
      message: detail ? `${words} (${detail})` : words,
    }
  }
  const file = fileFailure(error, texts)
  if (file) return file
  const message = error instanceof Error ? error.message : String(error)
  return { exitCode: exitCode.failed, code: 'ERROR', reason: '', message }
}

const fileReasons: Record<string, string> = {
  ENOENT: 'file-missing',
  EEXIST: 'exists',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'not-a-file',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
}

/** What the system said of a file that was named on the command line. */
function fileFailure(error: unknown, texts: Texts): Failure | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const reason = fileReasons[String(error.code)]
  const words = reason && texts.reasons[reason]
  if (!reason || !words) return null
  const path = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : ''
  return { exitCode: exitCode.failed, code: 'FILE', reason, message: words + path }
}

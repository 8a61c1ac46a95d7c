import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import type { LogSource } from '#shared/contract/analytics.ts'
import { invalid } from '../errors.ts'
import { openLogFile, rotatedFiles } from './log-files.ts'
import { createLogLine, parseLogLine } from './log-line.ts'
import type { LogSourceRepository } from './log-source.repository.ts'

const sampleBytes = 64 * 1024

/** Adds a log after a look inside. @throws INVALID `not-a-file` | `unreadable` | `not-an-access-log` | `duplicate`. */
export async function addLogSource(sources: LogSourceRepository, input: string): Promise<LogSource> {
  const trimmed = input.trim()
  if (!isAbsolute(trimmed)) throw invalid('not-a-file', trimmed)
  const path = checkedPath(resolve(trimmed))
  for (const source of sources.list()) {
    if (covers(source.path, path) || covers(path, source.path)) throw invalid('duplicate', source.path)
  }
  if (!(await looksLikeLog(path))) throw invalid('not-an-access-log', path)
  return sources.insert(path, false)
}

function checkedPath(path: string): string {
  try {
    // The name that the editor gave stays, save where a folder on the way is a link: rotation works on names.
    realpathSync(path)
    if (!statSync(path).isFile()) throw invalid('not-a-file', path)
    return path
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw invalid('not-a-file', path)
    if (error.code === 'EACCES' || error.code === 'EPERM') throw invalid('unreadable', path)
    throw error
  }
}

/** The same file, or one that rotation made of it. */
function covers(sourcePath: string, path: string): boolean {
  if (sourcePath === path) return true
  try {
    const file = statSync(path)
    return rotatedFiles(sourcePath).some((name) => {
      const other = statSync(name, { throwIfNoEntry: false })
      return other !== undefined && other.dev === file.dev && other.ino === file.ino
    })
  } catch {
    return false
  }
}

/** An empty file passes: a log that was just rotated. */
async function looksLikeLog(path: string): Promise<boolean> {
  const file = openOrRefuse(path)
  try {
    let sample = Buffer.alloc(0)
    for await (const chunk of file.chunks(0)) {
      sample = Buffer.concat([sample, chunk.subarray(0, sampleBytes)])
      if (sample.length >= sampleBytes) break
    }
    if (sample.length === 0) return true
    const line = createLogLine()
    let good = 0
    let bad = 0
    for (let at = 0; at < sample.length; ) {
      const newline = sample.indexOf(0x0a, at)
      const end = newline < 0 ? sample.length : newline
      // The sample may end within a line.
      if (newline < 0 && good > 0) break
      if (end > at) parseLogLine(sample, at, end, line) ? good++ : bad++
      at = end + 1
    }
    return good > bad
  } catch {
    return false
  } finally {
    file.close()
  }
}

function openOrRefuse(path: string) {
  try {
    return openLogFile(path)
  } catch {
    throw invalid('unreadable', path)
  }
}

import { statSync } from 'node:fs'
import type { LogSourceId } from '#shared/model/ids.ts'
import { identifyHead, identityOf, openLogFile, recognise, rotatedFiles } from './log-files.ts'
import { createLogLine, parseLogLine } from './log-line.ts'
import type { LogFile, LogJob, LogReport } from './log-slice.ts'
import { createLogTally, type LogTally } from './log-tally.ts'

const newline = 0x0a
/** Web servers cut requests at 8 KB; what is longer is no line of theirs. */
const longestLine = 64 * 1024
/** A last line without an end is waited for; after this time it is taken as it is. */
const patience = 60_000

/** Reads what has come to every source since the positions in `job`, in slices. Ends when all are read. */
export async function readLogs(job: LogJob, report: (report: LogReport) => Promise<void>): Promise<void> {
  const tally = createLogTally(job)
  let newFiles = 0
  for (const source of job.sources) {
    const known = [...source.files]
    let error: string | null = null
    let files: string[] = []
    try {
      files = rotatedFiles(source.path)
      statSync(source.path)
    } catch (cause) {
      error = failure(cause)
      files = files.filter((path) => path !== source.path)
    }
    for (const path of files) {
      try {
        await readFile(path, source.id, known)
      } catch (cause) {
        // An old file that is broken keeps nobody from the newer ones; what was read of it since its last slice counts
        // once it can be read to the end.
        tally.take()
        error = failure(cause)
      }
    }
    await report({ kind: 'source', id: source.id, error })
  }

  async function readFile(path: string, sourceId: LogSourceId, known: LogFile[]): Promise<void> {
    const identity = identityOf(statSync(path))
    if (known.some((file) => file.identity === identity)) return
    const opened = openLogFile(path)
    try {
      const head = await opened.head()
      const found = recognise(head, known)
      const file = found ?? { id: --newFiles, head, headBytes: 0, readTo: 0, identity: '' }
      if (!found) known.push(file)
      const emit = async (readTo: number) => {
        file.readTo = readTo
        if (file.headBytes < head.length && file.headBytes < readTo) {
          Object.assign(file, identifyHead(head, readTo))
        }
        if (file.headBytes === 0) return
        await report({ kind: 'slice', slice: { sourceId, file: { ...file }, ...tally.take() } })
      }
      const readTo = await readLines(opened.chunks(file.readTo), file.readTo, tally, emit, (rest) =>
        opened.isCompressed ? true : job.now - opened.modifiedAt > patience && isLine(rest),
      )
      file.identity = opened.identity
      await emit(readTo)
    } finally {
      opened.close()
    }
  }
}

const scratch = createLogLine()
const isLine = (bytes: Buffer): boolean => parseLogLine(bytes, 0, bytes.length, scratch)

/** Counts every whole line; `takesRest` says whether what is left at the end counts as one. Returns where it stopped. */
async function readLines(
  chunks: AsyncIterable<Buffer>,
  start: number,
  tally: LogTally,
  emit: (readTo: number) => Promise<void>,
  takesRest: (rest: Buffer) => boolean,
): Promise<number> {
  let readTo = start
  let rest: Buffer = Buffer.alloc(0)
  let isTooLong = false
  let skipped = 0

  for await (const chunk of chunks) {
    let at = 0
    if (rest.length > 0 || isTooLong) {
      const end = chunk.indexOf(newline)
      if (end < 0 && (isTooLong || rest.length + chunk.length > longestLine)) {
        skipped += rest.length + chunk.length
        rest = Buffer.alloc(0)
        isTooLong = true
        continue
      }
      if (end < 0) {
        rest = Buffer.concat([rest, chunk])
        continue
      }
      if (isTooLong) tally.skipLine()
      else {
        const line = Buffer.concat([rest, chunk.subarray(0, end)])
        tally.count(line, 0, line.length)
      }
      readTo += skipped + rest.length + end + 1
      isTooLong = false
      skipped = 0
      rest = Buffer.alloc(0)
      at = end + 1
    }
    const base = readTo - at
    for (;;) {
      const end = chunk.indexOf(newline, at)
      if (end < 0) break
      if (end - at > longestLine) tally.skipLine()
      else tally.count(chunk, at, end)
      at = end + 1
      readTo = base + at
      if (tally.isFull()) await emit(readTo)
    }
    if (chunk.length - at > longestLine) {
      skipped = chunk.length - at
      isTooLong = true
    } else rest = Buffer.from(chunk.subarray(at))
  }

  if (rest.length > 0 && takesRest(rest)) {
    tally.count(rest, 0, rest.length)
    readTo += rest.length
  }
  return readTo
}

function failure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'not-found'
  if (code === 'EACCES' || code === 'EPERM') return 'unreadable'
  return 'damaged'
}

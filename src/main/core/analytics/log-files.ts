import { hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { LogFile } from './log-slice.ts'

/** How much of a file's beginning tells it from others. */
export const headLimit = 1024
const chunkBytes = 1 << 20

/** The file and what rotation made of it earlier (`.1`, `.2.gz`, `-20250731.gz`), oldest first. */
export function rotatedFiles(path: string): string[] {
  const name = basename(path)
  const folder = dirname(path)
  const rotated: { file: string; order: number }[] = []
  for (const file of readdirSync(folder)) {
    if (!file.startsWith(name)) continue
    const number = /^[.-](\d{1,14})(?:\.gz)?$/.exec(file.slice(name.length))?.[1]
    if (number === undefined) continue
    // Counted files: the higher the older. Dated ones: the higher the newer.
    rotated.push({ file, order: number.length < 6 ? -Number(number) : Number(number) })
  }
  rotated.sort((a, b) => a.order - b.order)
  return [...rotated.map(({ file }) => join(folder, file)), path]
}

export const identityOf = (stats: Stats): string =>
  `${stats.dev}:${stats.ino}:${stats.size}:${Math.floor(stats.mtimeMs)}`

export interface OpenLogFile {
  readonly identity: string
  readonly modifiedAt: number
  readonly isCompressed: boolean
  /** The first bytes of its text. */
  head(): Promise<Buffer>
  /** The text from `start` on; each chunk is valid until the next one is asked for. */
  chunks(start: number): AsyncGenerator<Buffer>
  close(): void
}

export function openLogFile(path: string): OpenLogFile {
  const fd = openSync(path, 'r')
  const stats = fstatSync(fd)
  const magic = Buffer.alloc(2)
  readSync(fd, magic, 0, 2, 0)
  const isCompressed = magic[0] === 0x1f && magic[1] === 0x8b

  async function* plain(start: number): AsyncGenerator<Buffer> {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    for (let at = start; ; ) {
      const read = readSync(fd, buffer, 0, chunkBytes, at)
      if (read === 0) return
      at += read
      yield buffer.subarray(0, read)
    }
  }

  async function* packed(): AsyncGenerator<Buffer> {
    // The unpacker holds on to what it was given: it gets copies.
    for await (const chunk of plain(0)) yield Buffer.from(chunk)
  }

  async function* unpacked(start: number): AsyncGenerator<Buffer> {
    const file = Readable.from(packed(), { objectMode: false })
    const unzip = createGunzip({ chunkSize: chunkBytes })
    file.once('error', (error) => unzip.destroy(error))
    let at = 0
    try {
      for await (const chunk of file.pipe(unzip) as AsyncIterable<Buffer>) {
        const skip = Math.min(Math.max(start - at, 0), chunk.length)
        at += chunk.length
        if (skip < chunk.length) yield chunk.subarray(skip)
      }
    } finally {
      file.destroy()
      unzip.destroy()
    }
  }

  const chunks = isCompressed ? unpacked : plain
  return {
    identity: identityOf(stats),
    modifiedAt: stats.mtimeMs,
    isCompressed,
    async head() {
      const parts: Buffer[] = []
      let length = 0
      for await (const chunk of chunks(0)) {
        const part = Buffer.from(chunk.subarray(0, headLimit - length))
        parts.push(part)
        length += part.length
        if (length >= headLimit) break
      }
      return Buffer.concat(parts)
    },
    chunks,
    close: () => closeSync(fd),
  }
}

const headHash = (head: Buffer, bytes: number): Buffer => hash('sha256', head.subarray(0, bytes), 'buffer')

/** The known file that begins like this one, whatever it is called by now. */
export function recognise(head: Buffer, known: readonly LogFile[]): LogFile | undefined {
  return known
    .toSorted((a, b) => b.headBytes - a.headBytes)
    .find((file) => file.headBytes <= head.length && headHash(head, file.headBytes).equals(file.head))
}

/** What `file` is known by once `readTo` bytes of it are read. */
export function identifyHead(head: Buffer, readTo: number): Pick<LogFile, 'head' | 'headBytes'> {
  const headBytes = Math.min(head.length, readTo)
  return { head: headHash(head, headBytes), headBytes }
}

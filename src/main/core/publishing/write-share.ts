import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { contentHash } from '../site/content-hash.ts'
import type { SiteFile } from '../site/site-file.ts'

/** Position in the list of files, hash and size of what was written. */
export type Written = [index: number, hash: string, bytes: number]

/** Files taken at a time from the shared list. */
const atOnce = 32

/**
 * Makes files and writes them, taking the next few from a list that threads share through `counter`. Files must not
 * exist yet: nothing refers to their directory, so a half-written one is never read.
 */
export function writeShare(
  files: readonly SiteFile[],
  send: readonly number[],
  counter: Int32Array,
  placeOf: (path: string) => string,
  checkpoint: () => void,
  progress: () => void = () => {},
): Written[] {
  const written: Written[] = []
  for (;;) {
    const start = Atomics.add(counter, 0, atOnce)
    if (start >= send.length) return written
    checkpoint()
    for (const index of send.slice(start, start + atOnce)) {
      const file = files[index] as SiteFile
      const content = bytesOf(file)
      writeNew(placeOf(file.path), content)
      written.push([index, contentHash(content), content.length])
    }
    progress()
  }
}

export function bytesOf(file: SiteFile): Buffer {
  const content = file.read()
  return Buffer.isBuffer(content) ? content : readFileSync(content.copyFrom)
}

function writeNew(path: string, content: Buffer): void {
  const file = open(path)
  try {
    for (let at = 0; at < content.length; ) at += writeSync(file, content, at)
  } finally {
    closeSync(file)
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'wx', 0o644)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') mkdirSync(dirname(path), { recursive: true })
    // A spare directory may still hold the file in its old form; other versions share its bytes, so never write into it.
    else if (code === 'EEXIST') unlinkSync(path)
    else throw error
    return openSync(path, 'wx', 0o644)
  }
}

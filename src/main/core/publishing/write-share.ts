import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { contentHash } from '../site/content-hash.ts'
import type { SiteFile } from '../site/site-file.ts'

/** Position in the list of files, hash and size of what was written. */
export type Written = [index: number, hash: string, bytes: number]

/** Files taken at a time from the shared list. */
const atOnce = 32

/** How many times a list can be taken from. */
export const portions = (count: number): number => Math.ceil(count / atOnce)

/**
 * Makes files and writes them, a portion at a time. Threads share the list: `counter` counts the portions taken, and
 * one begins at its front, the other at its back, so that they seldom create files in the same directory, where the
 * system lets only one in. Files must not exist yet: nothing refers to their directory, so that a half-written one is
 * never read.
 */
export function writeShare(
  files: readonly SiteFile[],
  send: readonly number[],
  { counter, end }: { counter: Int32Array; end: 'front' | 'back' },
  placeOf: (path: string) => string,
  checkpoint: () => void,
  progress: () => void = () => {},
): Written[] {
  const written: Written[] = []
  const all = portions(send.length)
  for (let own = 0; Atomics.add(counter, 0, 1) < all; own++) {
    checkpoint()
    const portion = end === 'front' ? own : all - 1 - own
    for (const index of send.slice(portion * atOnce, (portion + 1) * atOnce)) {
      const file = files[index] as SiteFile
      const content = bytesOf(file)
      writeNew(placeOf(file.path), content)
      written.push([index, contentHash(content), content.length])
    }
    progress()
  }
  return written
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
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // A spare directory may still hold the file in its old form; other versions share its bytes, so never write into it.
    unlinkSync(path)
    return openSync(path, 'wx', 0o644)
  }
}

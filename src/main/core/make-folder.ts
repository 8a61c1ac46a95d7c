import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder that somebody named, with what is missing above it. Answers the topmost that it made; null when all
 * were there. Node's own `recursive` never comes back from a file system that takes no folders, such as /proc.
 */
export function makeFolder(folder: string): string | null {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null
  const parent = dirname(folder)
  const made = parent === folder ? null : makeFolder(parent)
  mkdirSync(folder)
  return made ?? folder
}

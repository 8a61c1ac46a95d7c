import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'

const first = 49_152
const count = 65_536 - first

/**
 * Ports for a library, in the order to try: the same ones at every start, because what the browser keeps for the
 * desk (unsaved text, the width of a pane) belongs to an origin, port included.
 */
export function libraryPorts(libraryFolder: string): number[] {
  const digest = createHash('sha256').update(realPath(libraryFolder)).digest()
  return [0, 2, 4, 6].map((offset) => first + (digest.readUInt16BE(offset) % count))
}

function realPath(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    // Made later, by whoever opens it.
    return resolve(folder)
  }
}

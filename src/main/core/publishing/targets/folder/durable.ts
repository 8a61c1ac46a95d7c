import { execFile } from 'node:child_process'
import { constants, open } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Above this many files one sync of the whole file system is cheaper than one for each file. */
const manyFiles = 300
const atOnce = 16

/**
 * Brings files and directories to the disk, so that a version that readers get is whole after a power cut too. A few
 * files are synced one by one, side by side; many at once through syncfs (Linux), else one by one as well.
 */
export async function makeDurable(folder: string, paths: readonly string[]): Promise<void> {
  if (paths.length > manyFiles && process.platform === 'linux') {
    const synced = await promisify(execFile)('sync', ['-f', folder]).then(
      () => true,
      () => false,
    )
    if (synced) return
  }
  let next = 0
  const work = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) await syncPath(path)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, work))
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, process.platform === 'win32' ? 'r+' : constants.O_RDONLY).catch((error) => {
    // Windows neither needs nor allows it for directories.
    if (process.platform === 'win32') return null
    throw error
  })
  try {
    await handle?.sync()
  } finally {
    await handle?.close()
  }
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why a small disk of one's own cannot be had here; null when it can. */
export const noSmallDisk: string | null =
  process.platform !== 'linux'
    ? 'tmpfs needs Linux'
    : process.getuid?.() !== 0
      ? 'mounting tmpfs needs root'
      : mountProblem()

function mountProblem(): string | null {
  try {
    openSmallDisk(1).remove()
    return null
  } catch (error) {
    return `tmpfs cannot be mounted: ${error instanceof Error ? error.message : error}`
  }
}

export interface SmallDisk {
  folder: string
  /** Takes all the space but for `left` bytes. */
  fill(left?: number): void
  /** Gives back what `fill` took. */
  free(): void
  setReadOnly(readOnly: boolean): void
  remove(): void
}

/** A file system of its own of `megabytes`, in memory. */
export function openSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'galley-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill(left = 0) {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
    },
    free: () => rmSync(ballast, { force: true }),
    setReadOnly: (readOnly) =>
      void execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder], { stdio: 'pipe' }),
    remove() {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

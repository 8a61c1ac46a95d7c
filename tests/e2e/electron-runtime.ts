import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../node_modules/electron')

/** Why the specs cannot run on the desktop here; null when they can. */
export function electronProblem(): string | null {
  if (!existsSync(join(folder, 'path.txt'))) return 'the Electron runtime is not installed'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display'
  return null
}

export const electronPath = (): string =>
  join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())

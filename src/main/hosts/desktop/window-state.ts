import { readFileSync, writeFileSync } from 'node:fs'

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export interface WindowState {
  bounds: Bounds | null
  maximized: boolean
}

const usual = { width: 1360, height: 860 }
const smallest = { width: 900, height: 600 }

export function readWindowState(file: string): WindowState {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowState>
    return { bounds: isBounds(bounds) ? bounds : null, maximized: maximized === true }
  } catch {
    return { bounds: null, maximized: false }
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // The next window opens where the last one could be remembered.
  }
}

/** Where to open: as it was, if a display still shows enough of its title bar to take hold of; else the usual size. */
export function fitBounds(
  saved: Bounds | null,
  workAreas: readonly Bounds[],
): Partial<Bounds> & { width: number; height: number } {
  if (!saved) return usual
  const width = Math.max(saved.width, smallest.width)
  const height = Math.max(saved.height, smallest.height)
  const area = workAreas.find((display) => overlap(saved, display) >= 100 && isTitleIn(saved, display))
  if (!area)
    return {
      width: Math.min(width, workAreas[0]?.width ?? width),
      height: Math.min(height, workAreas[0]?.height ?? height),
    }
  return { x: saved.x, y: saved.y, width: Math.min(width, area.width), height: Math.min(height, area.height) }
}

const overlap = (a: Bounds, b: Bounds): number => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
const isTitleIn = (bounds: Bounds, area: Bounds): boolean =>
  bounds.y >= area.y && bounds.y < area.y + area.height - 30

const isBounds = (value: unknown): value is Bounds =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((key) => Number.isFinite((value as Record<string, unknown>)[key]))

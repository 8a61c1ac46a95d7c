import type { z } from 'zod'

/** Field by field: one that a newer or an older Galley wrote in another shape falls back alone. */
export function settingsGroup<T extends object>(
  stored: unknown,
  shape: Record<string, z.ZodType>,
  defaults: T,
): T {
  if (typeof stored !== 'object' || stored === null) return defaults
  const entries = Object.entries(stored).filter(([key, value]) => shape[key]?.safeParse(value).success)
  return { ...defaults, ...Object.fromEntries(entries) }
}

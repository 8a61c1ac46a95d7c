import { z } from 'zod'

const label = z.record(z.string(), z.string()).optional()

const Setting = z.discriminatedUnion('type', [
  z.object({ type: z.literal('boolean'), default: z.boolean(), label }),
  z.object({
    type: z.literal('number'),
    default: z.number().int(),
    min: z.number().int(),
    max: z.number().int(),
    label,
  }),
  z.object({ type: z.literal('text'), default: z.string().max(500), label }),
  z.object({
    type: z.literal('choice'),
    default: z.string(),
    options: z.array(z.string()).min(1),
    label,
  }),
])

/** `theme.json`: what a theme is called and what can be set about it. */
export const ThemeManifest = z.object({
  name: z.string().min(1).max(80),
  /** Version of the context that templates are given. */
  galley: z.literal(1),
  settings: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/), Setting).default({}),
})
export type ThemeManifest = z.infer<typeof ThemeManifest>

export type ThemeSettings = Record<string, boolean | number | string>

export const defaultSettings = (manifest: ThemeManifest): ThemeSettings =>
  Object.fromEntries(Object.entries(manifest.settings).map(([name, setting]) => [name, setting.default]))

/** How wide a page's text gets, CSS pixels: what a picture in it is loaded for. */
export function textWidth(settings: ThemeSettings): number {
  const value = settings.textWidth
  return typeof value === 'number' ? Math.min(2000, Math.max(240, value)) : 720
}

/** Settings that Galley itself reads, within sane bounds whatever a theme says. */
export function blockSize(settings: ThemeSettings, name: string, fallback: number): number {
  const value = settings[name]
  return typeof value === 'number' ? Math.min(30, Math.max(0, Math.floor(value))) : fallback
}

import { z } from 'zod'
import { base } from './base.ts'

export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['desktop', 'browser', 'test']),
  platform: z.string(),
  /** Append a media id: the address of the original. */
  mediaBase: z.string(),
  /** Append a site path: the page as preview, in its own origin. */
  previewBase: z.string(),
  /** The host has file and folder dialogs of the operating system. */
  dialogs: z.boolean(),
})
export type AppInfo = z.infer<typeof AppInfo>

export const app = {
  info: base.output(AppInfo),
  /** http, https and mailto only. */
  openExternal: base.input(z.object({ url: z.string() })).output(z.void()),
  /** The operating system's folder dialog; null when dismissed. REFUSED `no-dialogs` where the host has none. */
  pickFolder: base.input(z.object({ title: z.string() })).output(z.object({ folder: z.string().nullable() })),
  /** Shows a file of the library or of a target in the file manager. */
  revealFile: base.input(z.object({ path: z.string() })).output(z.void()),
}

import { type AppSources, serveApp } from './serve-app.ts'
import { type FindExport, serveExport } from './serve-export.ts'
import { type FindMedia, serveMedia } from './serve-media.ts'
import { type FindPage, type PreviewRequest, servePreview } from './serve-preview.ts'
import type { Served } from './served.ts'

export type Serving = ReturnType<typeof createServing>

/** What the hosts answer over their transports: the same bytes and the same locks in both. */
export const createServing = (find: {
  media: FindMedia
  thumbnail: FindMedia
  page: FindPage
  exported: FindExport
}) => ({
  app: (folder: string, pathname: string, sources: AppSources): Served => serveApp(folder, pathname, sources),
  /** `<id>` or `<id>/thumbnail`. */
  media: (path: string): Served => serveMedia(find, path),
  /** A finished export by its key, for the window to download. */
  exported: (key: string): Served => serveExport(find.exported, key),
  preview: (request: PreviewRequest): Served => servePreview(find.page, request),
})

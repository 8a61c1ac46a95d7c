import { mediaFileName, renditionFileName } from '../media/media-file.ts'
import { parseRenditions } from '../media/media-row.ts'
import type { MediaRow } from './site.repository.ts'

/** A picture as pages show it. Paths are relative to the site root. */
export interface SitePicture {
  readonly path: string
  readonly width: number
  readonly height: number
  /** `object-position` that keeps what matters in sight; null: the middle. */
  readonly focus: string | null
  /** Smaller forms, the best format first; none for drawings and animations. */
  readonly sources: readonly {
    readonly type: string
    readonly forms: readonly { readonly path: string; readonly width: number }[]
  }[]
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

export function sitePicture(row: MediaRow): SitePicture {
  const renditions = row.animated === 1 ? [] : parseRenditions(row.renditions)
  const sources = (['avif', 'webp'] as const).flatMap((format) => {
    const forms = renditions
      .filter((form) => form.format === format)
      .map((form) => ({ path: `media/${renditionFileName(row.id, form)}`, width: form.width }))
    return forms.length > 0 ? [{ type: `image/${format}`, forms }] : []
  })
  return {
    path: `media/${mediaFileName(row.id, row.mime)}`,
    width: row.width,
    height: row.height,
    focus:
      row.focus_x === null || row.focus_y === null ? null : `${percent(row.focus_x)} ${percent(row.focus_y)}`,
    sources,
  }
}

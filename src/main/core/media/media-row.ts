import type { Media, Rendition } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'

export interface MediaRow {
  id: string
  file_name: string
  mime: string
  bytes: number
  width: number
  height: number
  created_at: number
  alt: string
  caption: string
  credit: string
  description: string
  focus_x: number | null
  focus_y: number | null
  animated: number
  derived_from: string | null
  fingerprint: string | null
  renditions: string
  derived_with: number
  phone_bytes: number
}

export const parseRenditions = (text: string): Rendition[] =>
  text === '' ? [] : (JSON.parse(text) as Rendition[])

export const toMedia = (row: MediaRow): Media => ({
  id: row.id as MediaId,
  fileName: row.file_name,
  mime: row.mime as Media['mime'],
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  createdAt: row.created_at,
  alt: row.alt,
  caption: row.caption,
  credit: row.credit,
  description: row.description,
  animated: row.animated === 1,
  focus: row.focus_x === null || row.focus_y === null ? null : { x: row.focus_x, y: row.focus_y },
  derivedFrom: row.derived_from as MediaId | null,
  phoneBytes: row.phone_bytes,
  renditions: parseRenditions(row.renditions),
})

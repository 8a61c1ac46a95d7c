import type { Database } from 'better-sqlite3'
import type { ListedMedia, MediaFilter, MediaSort } from '#shared/contract/media.ts'
import { type MediaRow, toMedia } from './media-row.ts'
import { heldByTemplates, isUsed } from './media-usage.repository.ts'

export interface MediaQuery {
  query: string
  filter: MediaFilter
  sort: MediaSort
  offset: number
  limit: number
}

const uses = /* sql */ `(
  SELECT count(*) FROM (
    SELECT article_id FROM article_media WHERE media_id = m.id UNION SELECT id FROM articles WHERE cover = m.id))`

const orders: Record<MediaSort, string> = {
  newest: 'm.created_at DESC, m.id',
  largest: 'm.bytes DESC, m.id',
  mostUsed: 'uses DESC, m.created_at DESC, m.id',
}

const found = ['m.file_name', 'm.alt', 'm.caption', 'm.credit', 'm.description']
  .map((column) => `instr(lower(${column}), lower(:query)) > 0`)
  .join(' OR ')

const onlyConditions: Record<NonNullable<MediaFilter['only']>, string> = {
  unused: `NOT ${isUsed('m.id')}`,
  missingAlt: "m.alt = ''",
  heavy: 'm.phone_bytes > :budget',
}

export type MediaListRepository = ReturnType<typeof createMediaListRepository>

/** Lists pictures with how often they are used. */
export function createMediaListRepository(db: Database) {
  const held = heldByTemplates(db)
  const byId = db.prepare<[string], MediaRow & { uses: number }>(/* sql */ `
    SELECT m.*, ${uses} AS uses FROM json_each(?) AS wanted JOIN media m ON m.id = wanted.value ORDER BY wanted.key`)
  const fingerprints = db.prepare<[], FingerprintRow>(/* sql */ `
    SELECT id, fingerprint, width, height, derived_from AS origin FROM media WHERE fingerprint IS NOT NULL
    ORDER BY width * height DESC, bytes DESC, id`)

  const weigh = db
    .prepare<[string], number>(
      'SELECT coalesce(sum(phone_bytes), 0) FROM media WHERE id IN (SELECT value FROM json_each(?))',
    )
    .pluck()

  const listed = (row: MediaRow & { uses: number }): ListedMedia => ({ ...toMedia(row), uses: row.uses })

  return {
    /** `budget`: bytes beyond which a picture counts as heavy. */
    list({ query, filter, sort, offset, limit }: MediaQuery, budget: number) {
      const conditions = ['1']
      if (query !== '') conditions.push(`(${found})`)
      if (filter.only) conditions.push(onlyConditions[filter.only])
      if (filter.kind === 'animated') conditions.push('m.animated = 1')
      else if (filter.kind) conditions.push('m.mime = :kind')
      const from = `FROM media m WHERE ${conditions.join(' AND ')}`
      const values = { query: query.trim(), budget, kind: filter.kind ?? '', held: held(), offset, limit }
      const total = db.prepare<typeof values, number>(`SELECT count(*) ${from}`).pluck().get(values) ?? 0
      const rows = db
        .prepare<typeof values, MediaRow & { uses: number }>(
          `SELECT m.*, ${uses} AS uses ${from} ORDER BY ${orders[sort]} LIMIT :limit OFFSET :offset`,
        )
        .all(values)
      return { total, items: rows.map(listed) }
    },
    /** In the order of the ids; those that are gone are left out. */
    listed: (ids: readonly string[]): ListedMedia[] => byId.all(JSON.stringify(ids)).map(listed),
    /** Bytes on a phone, of all of them together. */
    weigh: (ids: readonly string[]): number => weigh.get(JSON.stringify(ids)) ?? 0,
    /** Largest first. */
    fingerprints: () => fingerprints.all(),
  }
}

export interface FingerprintRow {
  id: string
  fingerprint: string
  width: number
  height: number
  origin: string | null
}

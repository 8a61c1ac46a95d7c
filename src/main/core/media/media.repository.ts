import type { Database } from 'better-sqlite3'
import type { Media } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'

interface MediaRow {
  id: string
  file_name: string
  mime: string
  bytes: number
  width: number
  height: number
  created_at: number
}

const toMedia = (row: MediaRow): Media => ({
  id: row.id as MediaId,
  fileName: row.file_name,
  mime: row.mime as Media['mime'],
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  createdAt: row.created_at,
})

export type MediaRepository = ReturnType<typeof createMediaRepository>

export function createMediaRepository(db: Database) {
  const find = db.prepare<[string], MediaRow>('SELECT * FROM media WHERE id = ?')
  const findMime = db.prepare<[string], Media['mime']>('SELECT mime FROM media WHERE id = ?').pluck()
  const insert = db.prepare<Media>(/* sql */ `
    INSERT INTO media (id, file_name, mime, bytes, width, height, created_at)
    VALUES (:id, :fileName, :mime, :bytes, :width, :height, :createdAt)
    ON CONFLICT (id) DO NOTHING`)
  const matches = /* sql */ `FROM media WHERE :query = '' OR instr(lower(file_name), lower(:query)) > 0`
  const count = db.prepare<{ query: string }, number>(`SELECT count(*) ${matches}`).pluck()
  const page = db.prepare<{ query: string; offset: number; limit: number }, MediaRow>(
    `SELECT * ${matches} ORDER BY created_at DESC, id LIMIT :limit OFFSET :offset`,
  )
  const all = db.prepare<[], { id: MediaId; mime: Media['mime']; bytes: number }>(
    'SELECT id, mime, bytes FROM media',
  )

  return {
    find(id: string): Media | undefined {
      const row = find.get(id)
      return row && toMedia(row)
    },
    findMime: (id: string): Media['mime'] | undefined => findMime.get(id),
    /** Keeps the row that is there already. */
    insert: (media: Media): void => void insert.run(media),
    list: (query: string, offset: number, limit: number) => ({
      total: count.get({ query }) ?? 0,
      items: page.all({ query, offset, limit }).map(toMedia),
    }),
    all: () => all.all(),
  }
}

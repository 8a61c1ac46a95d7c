import type { Database } from 'better-sqlite3'
import type { Focus, Media, Rendition } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import { type MediaRow, parseRenditions, toMedia } from './media-row.ts'

/** What an upload knows of a picture. */
export type NewMedia = Pick<Media, 'id' | 'fileName' | 'mime' | 'bytes' | 'width' | 'height' | 'createdAt'>

export type MediaTexts = Pick<Media, 'fileName' | 'alt' | 'caption' | 'credit' | 'description'> & {
  focus: Focus | null
}

export type MediaRepository = ReturnType<typeof createMediaRepository>

export function createMediaRepository(db: Database) {
  const find = db.prepare<[string], MediaRow>('SELECT * FROM media WHERE id = ?')
  const findMime = db.prepare<[string], Media['mime']>('SELECT mime FROM media WHERE id = ?').pluck()
  const findRenditions = db.prepare<[string], string>('SELECT renditions FROM media WHERE id = ?').pluck()
  const insert = db.prepare<NewMedia>(/* sql */ `
    INSERT INTO media (id, file_name, mime, bytes, width, height, created_at, phone_bytes)
    VALUES (:id, :fileName, :mime, :bytes, :width, :height, :createdAt, :bytes)
    ON CONFLICT (id) DO NOTHING`)
  const update = db.prepare<Omit<MediaTexts, 'focus'> & { id: string; x: number | null; y: number | null }>(
    /* sql */ `
    UPDATE media SET file_name = :fileName, alt = :alt, caption = :caption, credit = :credit,
      description = :description, focus_x = :x, focus_y = :y WHERE id = :id`,
  )
  const setOrigin = db.prepare<[string, string]>('UPDATE media SET derived_from = ? WHERE id = ?')
  const all = db.prepare<[], { id: MediaId; mime: Media['mime']; bytes: number }>(
    'SELECT id, mime, bytes FROM media',
  )
  const remove = db.prepare<[string]>('DELETE FROM media WHERE id = ?')

  return {
    find(id: string): Media | undefined {
      const row = find.get(id)
      return row && toMedia(row)
    },
    findMime: (id: string): Media['mime'] | undefined => findMime.get(id),
    renditions: (id: string): Rendition[] => parseRenditions(findRenditions.get(id) ?? ''),
    /** Keeps the row that is there already. */
    insert: (media: NewMedia): void => void insert.run(media),
    update(id: string, { focus, ...texts }: MediaTexts): void {
      update.run({ id, ...texts, x: focus?.x ?? null, y: focus?.y ?? null })
    },
    setOrigin: (id: string, origin: string): void => void setOrigin.run(origin, id),
    all: () => all.all(),
    delete: (id: string): void => void remove.run(id),
  }
}

import type { Database } from 'better-sqlite3'
import type { Media, Rendition } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import { renditionRecipe } from './media-file.ts'
import { parseRenditions } from './media-row.ts'

/** A picture that takes the program down with it is left alone after so many times. */
const mostAttempts = 3

export interface Derived {
  renditions: Rendition[]
  animated: boolean
  fingerprint: string | null
  phoneBytes: number
}

export type RenditionRepository = ReturnType<typeof createRenditionRepository>

/** Which pictures have their renditions, which are still to get them. The rows are the queue: it outlives the program. */
export function createRenditionRepository(db: Database) {
  const waiting = `derived_with <> ${renditionRecipe} AND derive_attempts < ${mostAttempts}`
  const pending = db.prepare<[], number>(`SELECT count(*) FROM media WHERE ${waiting}`).pluck()
  const next = db.prepare<[], { id: MediaId; mime: Media['mime']; bytes: number; width: number }>(
    `SELECT id, mime, bytes, width FROM media WHERE ${waiting} ORDER BY created_at DESC, id LIMIT 1`,
  )
  const addAttempts = db.prepare<[number, string]>(
    'UPDATE media SET derive_attempts = derive_attempts + ? WHERE id = ?',
  )
  const finish = db.prepare<{
    id: string
    renditions: string
    animated: number
    fingerprint: string | null
    phoneBytes: number
  }>(/* sql */ `
    UPDATE media SET renditions = :renditions, animated = :animated, fingerprint = :fingerprint,
      phone_bytes = :phoneBytes, derived_with = ${renditionRecipe}, derive_attempts = 0
    WHERE id = :id`)
  const made = db.prepare<[string, string], { id: MediaId; renditions: string }>(
    "SELECT id, renditions FROM media WHERE id >= ? AND id < ? AND renditions <> ''",
  )
  const forget = db.prepare<[string]>(
    "UPDATE media SET renditions = '', derived_with = 0, derive_attempts = 0, phone_bytes = bytes WHERE id = ?",
  )
  const forgetAll = db.prepare(
    "UPDATE media SET renditions = '', derived_with = 0, derive_attempts = 0, phone_bytes = bytes WHERE renditions <> ''",
  )

  return {
    pending: (): number => pending.get() ?? 0,
    /** The newest first: that is what somebody looks at. */
    next: () => next.get(),
    begin: (id: string): void => void addAttempts.run(1, id),
    /** The attempt failed for a reason outside the picture. */
    giveBack: (id: string): void => void addAttempts.run(-1, id),
    giveUp: (id: string): void => void addAttempts.run(mostAttempts, id),
    finish(id: string, { renditions, animated, fingerprint, phoneBytes }: Derived): void {
      finish.run({
        id,
        renditions: renditions.length === 0 ? '' : JSON.stringify(renditions),
        animated: animated ? 1 : 0,
        fingerprint,
        phoneBytes,
      })
    },
    /** Pictures with renditions whose ids begin with two given characters. */
    made: (prefix: string) =>
      made
        .all(prefix, `${prefix}g`)
        .map(({ id, renditions }) => ({ id, renditions: parseRenditions(renditions) })),
    forget: (id: string): void => void forget.run(id),
    forgetAll: (): void => void forgetAll.run(),
  }
}

import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import { pagesAhead } from '../database/background-checkpoints.ts'
import type { Clock } from '../platform.ts'

/** After a save, ms. */
const settling = 1000
/** About so many pages a step: one to two milliseconds. */
const pages = 16
/** Pages written ahead. A large merge writes faster than checkpoints bring them in: from here on it rests in between. */
const mostAhead = 8000
/** Short enough that small merges keep up with many saves while a copy of the library holds checkpoints up, ms. */
const rest = 100

export type IndexMerger = ReturnType<typeof createIndexMerger>

/** Merges the small segments that saves leave in the index, in steps that leave room for everything else. */
export function createIndexMerger(db: Database, clock: Clock, logger: Logger) {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  const merges = ['search_text', 'search_characters'].map((table) =>
    db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pages})`),
  )
  let callOff: (() => void) | null = null
  let next: NodeJS.Immediate | null = null

  /** Answers whether there is more to do. FTS5 counts one change where there was nothing to merge. */
  function step(): boolean {
    let more = false
    for (const merge of merges) {
      const before = changes.get() ?? 0
      merge.run()
      if ((changes.get() ?? 0) - before >= 2) more = true
    }
    return more
  }

  function run(): void {
    callOff = null
    next = null
    if (!db.open) return
    try {
      if (!step()) return
      if (pagesAhead(db) > mostAhead) later(rest)
      else next = setImmediate(run)
    } catch (error) {
      // The index is whole all the same; the next save tries again.
      logger.debug({ err: error }, 'search index not merged')
    }
  }

  function later(wait: number): void {
    callOff = clock.at(clock.now() + wait, run)
  }

  return {
    /** Merges in a second, unless that is under way already. */
    soon(): void {
      if (!callOff && !next) later(settling)
    },
    step,
    stop(): void {
      callOff?.()
      if (next) clearImmediate(next)
      callOff = null
      next = null
    },
  }
}

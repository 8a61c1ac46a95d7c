import type { Database } from 'better-sqlite3'
import type { Logger } from 'pino'
import { logPages, longLog } from '../database/background-checkpoints.ts'
import type { Clock } from '../platform.ts'
import { isScattered } from './segments.ts'

/** After a write, ms. */
const settling = 1000
/** Nothing was written for so long, ms: time for what makes searches quicker and nobody waits for. */
const quiet = 10_000
/** Pages written ahead. A large merge writes faster than checkpoints bring them in: from here on it rests in between. */
const mostAhead = 8000
/** Short enough that small merges keep up with many saves while a copy of the library holds checkpoints up, ms. */
const rest = 100
/** About as many pages a step as take a few milliseconds; lists of single characters are long and merge slowly. */
const tables = [
  { name: 'search_text', pages: 16 },
  { name: 'search_characters', pages: 4 },
]

/**
 * Merges the segments that writing leaves in the index, in steps that leave room for everything else: small ones soon,
 * and all of them into one when nothing is written for a while. A search looks into every segment.
 */
export function createIndexMerger(db: Database, clock: Clock, logger: Logger) {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  const merges = tables.map(({ name, pages }) => {
    const merge = db.prepare<[number]>(`INSERT INTO ${name} (${name}, rank) VALUES ('merge', ?)`)
    return { name, small: () => merge.run(pages), whole: () => merge.run(-pages) }
  })
  let turn = 0
  let waiting: { for: () => void; callOff: () => void } | null = null
  let next: NodeJS.Immediate | null = null

  /** Answers whether there is more to do. The tables take turns, so that neither waits for the other's end. */
  function step(): boolean {
    for (let tried = 0; tried < merges.length; tried++) {
      turn = (turn + 1) % merges.length
      const before = changes.get() ?? 0
      merges[turn]?.small()
      // FTS5 counts one change where there was nothing to merge.
      if ((changes.get() ?? 0) - before >= 2) return true
    }
    return false
  }

  /** Begins to merge all segments of a table into one, where it is worth it; `step` goes on with it. */
  function beginWhole(): boolean {
    const scattered = merges.find(({ name }) => isScattered(db, name))
    scattered?.whole()
    return scattered !== undefined
  }

  function mustRest(): boolean {
    const { pages, ahead } = logPages(db)
    return ahead > mostAhead || (ahead > 0 && pages > longLog)
  }

  function run(): void {
    attempt(() => {
      if (!step()) later(quiet, runWhole)
      else if (mustRest()) later(rest, run)
      else next = setImmediate(run)
    })
  }

  function runWhole(): void {
    attempt(() => {
      if (beginWhole()) next = setImmediate(run)
    })
  }

  function attempt(work: () => void): void {
    waiting = null
    next = null
    if (!db.open) return
    try {
      work()
    } catch (error) {
      // The index is whole all the same; the next write tries again.
      logger.debug({ err: error }, 'search index not merged')
    }
  }

  function later(wait: number, then: () => void): void {
    waiting = { for: then, callOff: clock.at(clock.now() + wait, then) }
  }

  function stop(): void {
    waiting?.callOff()
    if (next) clearImmediate(next)
    waiting = null
    next = null
  }

  return {
    /** Something was written: merges in a second, unless that is under way already. */
    soon(): void {
      if (next || waiting?.for === run) return
      stop()
      later(settling, run)
    },
    step,
    stop,
  }
}

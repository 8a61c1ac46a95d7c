import type { Database } from 'better-sqlite3'

/** FTS5 keeps the leaves of a segment in rows of <table>_data: the segment in the bits from here on, then the page. */
const segmentBit = 37n
const pageBits = (1n << 31n) - 1n

/** How many pages each segment of an FTS5 table has; see "fts5 data" in SQLite's fts5_index.c. */
function segmentPages(db: Database, table: string): number[] {
  const rowFrom = db.prepare<[bigint], bigint>(`SELECT min(id) FROM ${table}_data WHERE id >= ?`)
  const rowBefore = db.prepare<[bigint], bigint>(`SELECT max(id) FROM ${table}_data WHERE id < ?`)
  const id = (statement: typeof rowFrom, bound: bigint) => statement.pluck().safeIntegers().get(bound) ?? null
  const pages: number[] = []
  let first = id(rowFrom, 1n << segmentBit)
  while (first !== null) {
    const segment = first >> segmentBit
    const last = id(rowBefore, (segment << segmentBit) + pageBits) ?? first
    pages.push(Number((last & pageBits) - (first & pageBits)) + 1)
    first = id(rowFrom, (segment + 1n) << segmentBit)
  }
  return pages
}

/** Beside its largest segment, an index may have this part of it in others before it is worth merging all into one. */
const mostScattered = 0.25
/** Pages; an index that is smaller is quick however it lies. */
const worthwhile = 2000

/** Whether searches would be much quicker if all segments were one. */
export function isScattered(db: Database, table: string): boolean {
  const [largest = 0, ...others] = segmentPages(db, table).sort((a, b) => b - a)
  const beside = others.reduce((sum, pages) => sum + pages, 0)
  return largest + beside >= worthwhile && beside > largest * mostScattered
}

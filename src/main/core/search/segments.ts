import type { Database } from 'better-sqlite3'

/** FTS5 keeps the leaves of a segment in rows of <table>_data: the segment in the bits from here on, then the page. */
const segmentBit = 37n
const pageBits = (1n << 31n) - 1n

/** How many pages each segment of an FTS5 table has; see "fts5 data" in SQLite's fts5_index.c. */
export function segmentPages(db: Database, table: string): number[] {
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

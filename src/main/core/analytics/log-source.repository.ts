import type { Database } from 'better-sqlite3'
import type { LogSource } from '#shared/contract/analytics.ts'
import type { LogSourceId } from '#shared/model/ids.ts'
import type { LogFile } from './log-slice.ts'

interface SourceRow {
  id: LogSourceId
  path: string
  built_in: number
  last_read_at: number | null
  lines: number
  bots: number
  unreadable: number
  error: string | null
}

interface FileRow {
  id: number
  head: Buffer
  head_bytes: number
  read_to: number
  identity: string
}

export type LogSourceRepository = ReturnType<typeof createLogSourceRepository>

export function createLogSourceRepository(db: Database) {
  const list = db.prepare<[], SourceRow>('SELECT * FROM log_sources ORDER BY built_in DESC, id')
  const get = db.prepare<[number], SourceRow>('SELECT * FROM log_sources WHERE id = ?')
  const byPath = db.prepare<[string], SourceRow>('SELECT * FROM log_sources WHERE path = ?')
  const insert = db.prepare<[string, number], SourceRow>(
    'INSERT INTO log_sources (path, built_in) VALUES (?, ?) RETURNING *',
  )
  const remove = db.prepare<[number]>('DELETE FROM log_sources WHERE id = ?')
  const count = db.prepare<[number, number, number, number]>(
    'UPDATE log_sources SET lines = lines + ?, bots = bots + ?, unreadable = unreadable + ? WHERE id = ?',
  )
  const finish = db.prepare<[number, string | null, number]>(
    'UPDATE log_sources SET last_read_at = ?, error = ? WHERE id = ?',
  )
  const files = db.prepare<[number], FileRow>(
    'SELECT id, head, head_bytes, read_to, identity FROM log_files WHERE source_id = ?',
  )
  const insertFile = db.prepare<[number, Uint8Array, number, number, string, number], { id: number }>(
    `INSERT INTO log_files (source_id, head, head_bytes, read_to, identity, seen_at)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
  )
  const updateFile = db.prepare<[Uint8Array, number, number, string, number, number]>(
    'UPDATE log_files SET head = ?, head_bytes = ?, read_to = ?, identity = ?, seen_at = ? WHERE id = ?',
  )
  const forgetFiles = db.prepare<[number]>('DELETE FROM log_files WHERE seen_at < ?')

  return {
    list: (): LogSource[] => list.all().map(toSource),
    find(id: LogSourceId): LogSource | undefined {
      const row = get.get(id)
      return row && toSource(row)
    },
    findByPath(path: string): LogSource | undefined {
      const row = byPath.get(path)
      return row && toSource(row)
    },
    insert(path: string, builtIn: boolean): LogSource {
      const row = insert.get(path, builtIn ? 1 : 0)
      if (!row) throw new Error('no row came back')
      return toSource(row)
    },
    remove: (id: LogSourceId): boolean => remove.run(id).changes > 0,
    count: (id: number, lines: number, bots: number, unreadable: number) =>
      count.run(lines, bots, unreadable, id),
    finish: (id: number, at: number, error: string | null) => finish.run(at, error, id),
    files: (sourceId: number): LogFile[] =>
      files.all(sourceId).map((row) => ({
        id: row.id,
        head: row.head,
        headBytes: row.head_bytes,
        readTo: row.read_to,
        identity: row.identity,
      })),
    /** Answers the row's id, a new one where the file had none. */
    saveFile(sourceId: number, file: LogFile, now: number): number {
      const { id, head, headBytes, readTo, identity } = file
      if (id <= 0) return insertFile.get(sourceId, head, headBytes, readTo, identity, now)?.id ?? 0
      updateFile.run(head, headBytes, readTo, identity, now, id)
      return id
    },
    forgetFilesBefore: (time: number) => forgetFiles.run(time),
  }
}

const toSource = (row: SourceRow): LogSource => ({
  id: row.id,
  path: row.path,
  builtIn: row.built_in === 1,
  lastReadAt: row.last_read_at,
  lines: row.lines,
  bots: row.bots,
  unreadable: row.unreadable,
  error: row.error,
})

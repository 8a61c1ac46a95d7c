import type { Database } from 'better-sqlite3'

export type SettingRepository = ReturnType<typeof createSettingRepository>

/** Groups of settings as JSON, by name. */
export function createSettingRepository(db: Database) {
  const find = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck()
  const put = db.prepare<[string, string]>(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  return {
    find(name: string): unknown {
      const value = find.get(name)
      return value === undefined ? undefined : JSON.parse(value)
    },
    put: (name: string, value: unknown) => void put.run(name, JSON.stringify(value)),
  }
}

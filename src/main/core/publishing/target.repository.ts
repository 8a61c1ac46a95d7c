import type { Database } from 'better-sqlite3'
import type { Target, TargetConfig } from '#shared/contract/publishing.ts'
import type { DeployId, TargetId } from '#shared/model/ids.ts'
import type { TargetFacts } from './targets/target.ts'

interface TargetRow {
  id: TargetId
  uid: string
  name: string
  config: string
  current_deploy: DeployId | null
  last_deploy_at: number | null
  root: string | null
}

const toTarget = (row: TargetRow): Target => ({
  id: row.id,
  name: row.name,
  config: JSON.parse(row.config) as TargetConfig,
  currentDeploy: row.current_deploy,
  lastDeployAt: row.last_deploy_at,
})

export type TargetRepository = ReturnType<typeof createTargetRepository>

export function createTargetRepository(db: Database) {
  const select = /* sql */ `
    SELECT t.id, t.uid, t.name, t.config, t.current_deploy, d.finished_at AS last_deploy_at, d.root
    FROM targets t LEFT JOIN deploys d ON d.id = t.current_deploy`
  const find = db.prepare<[number], TargetRow>(`${select} WHERE t.id = ? AND t.forgotten_at IS NULL`)
  const list = db.prepare<[], TargetRow>(`${select} WHERE t.forgotten_at IS NULL ORDER BY t.name, t.id`)
  const insert = db.prepare<[string, string, string, number]>(
    'INSERT INTO targets (uid, name, config, created_at) VALUES (?, ?, ?, ?)',
  )
  const update = db.prepare<[string, string, number]>(
    'UPDATE targets SET name = ?, config = ?, forgotten_at = NULL WHERE id = ?',
  )
  const forget = db.prepare<[number, number]>('UPDATE targets SET forgotten_at = ? WHERE id = ?')
  const forgotten = db
    .prepare<[string], TargetId>('SELECT id FROM targets WHERE uid = ? AND forgotten_at IS NOT NULL')
    .pluck()

  return {
    find(id: TargetId): Target | undefined {
      const row = find.get(id)
      return row && toTarget(row)
    },
    facts(id: TargetId): (TargetFacts & { currentDeploy: DeployId | null; name: string }) | undefined {
      const row = find.get(id)
      if (!row) return undefined
      const { name, config, currentDeploy } = toTarget(row)
      return { id, uid: row.uid, name, config, root: row.root, currentDeploy }
    },
    list: (): Target[] => list.all().map(toTarget),
    insert: (uid: string, name: string, config: TargetConfig, now: number): TargetId =>
      Number(insert.run(uid, name, JSON.stringify(config), now).lastInsertRowid) as TargetId,
    update: (id: TargetId, name: string, config: TargetConfig) =>
      void update.run(name, JSON.stringify(config), id),
    /** The target goes on where it was when its folder is added again. */
    forget: (id: TargetId, now: number) => void forget.run(now, id),
    findForgotten: (uid: string): TargetId | undefined => forgotten.get(uid),
  }
}

import type { Database } from 'better-sqlite3'
import type { DeployId, TargetId } from '#shared/model/ids.ts'
import type { ManifestChange, ManifestRow } from './manifest.ts'
import type { UnusedTree, Verification } from './targets/target.ts'

interface StoredChange {
  path: string
  key: string | null
  hash: string | null
  bytes: number | null
}

export type ManifestRepository = ReturnType<typeof createManifestRepository>

/** Writes manifests; the deploy worker reads them. */
export function createManifestRepository(db: Database) {
  const versions = new Map<TargetId, number>()
  const find = db.prepare<[number, string], ManifestRow>(
    'SELECT path, key, hash, bytes FROM manifest WHERE target_id = ? AND path = ?',
  )
  const put = db.prepare<[number, string, string, string, number]>(/* sql */ `
    INSERT INTO manifest (target_id, path, key, hash, bytes) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET key = excluded.key, hash = excluded.hash, bytes = excluded.bytes`)
  const remove = db.prepare<[number, string]>('DELETE FROM manifest WHERE target_id = ? AND path = ?')
  const keep = db.prepare<[number, string, string | null, string | null, number | null]>(
    'INSERT OR IGNORE INTO manifest_changes (deploy_id, path, key, hash, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  const distrust = db.prepare<[number, string]>(
    "UPDATE manifest SET key = '' WHERE target_id = ? AND path = ?",
  )
  // As in deploy.repository: the row of the first deploy that is undone.
  const undone = db.prepare<[number, number], StoredChange>(/* sql */ `
    SELECT c.path, c.key, c.hash, c.bytes, min(c.deploy_id) AS first
    FROM manifest_changes c JOIN deploys d ON d.id = c.deploy_id
    WHERE d.target_id = ? AND d.id > ? AND d.state = 'succeeded' GROUP BY c.path`)
  // CROSS JOIN: from the deploys of this target, most of which have nothing left, not through the changes of all.
  const unused = db.prepare<{ target: number; oldest: number }, UnusedTree>(/* sql */ `
    SELECT DISTINCT rtrim(c.path, '/') AS directory, c.key AS tree
    FROM deploys d CROSS JOIN manifest_changes c ON c.deploy_id = d.id
    WHERE d.target_id = :target AND d.id <= :oldest AND c.path LIKE '%/' AND c.key IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM manifest m WHERE m.target_id = :target AND m.path = c.path AND m.key = c.key)
      AND NOT EXISTS (
        SELECT 1 FROM manifest_changes l JOIN deploys k ON k.id = l.deploy_id
        WHERE k.target_id = :target AND k.id > :oldest AND l.path = c.path AND l.key = c.key)`)
  const forget = db.prepare<{ target: number; oldest: number }>(/* sql */ `
    DELETE FROM manifest_changes
    WHERE deploy_id IN (SELECT id FROM deploys WHERE target_id = :target AND id <= :oldest)`)

  const changed = (targetId: TargetId) => versions.set(targetId, (versions.get(targetId) ?? 0) + 1)

  return {
    /** Counts the changes made in this process. */
    version: (targetId: TargetId): number => versions.get(targetId) ?? 0,
    /** `first`: nothing was there before, so nothing has to be kept to go back to. */
    apply(targetId: TargetId, deployId: DeployId, change: ManifestChange, first: boolean) {
      const keepOld = (path: string) => {
        if (first) return
        const found = find.get(targetId, path)
        // What somebody else put there belongs to no version.
        const old = found?.key === '' && found.hash === '' ? undefined : found
        keep.run(deployId, path, old?.key ?? null, old?.hash ?? null, old?.bytes ?? null)
      }
      for (const path of change.remove) {
        keepOld(path)
        remove.run(targetId, path)
      }
      for (const { path, key, hash, bytes } of change.put) {
        keepOld(path)
        put.run(targetId, path, key, hash, bytes)
      }
      changed(targetId)
    },
    /** What would bring the manifest back to the one of `deployId`. */
    changeBackTo(targetId: TargetId, deployId: DeployId): ManifestChange {
      const change: ManifestChange = { put: [], remove: [] }
      for (const { path, key, hash, bytes } of undone.all(targetId, deployId)) {
        if (key === null) change.remove.push(path)
        else change.put.push({ path, key, hash: hash ?? '', bytes: bytes ?? 0 })
      }
      return change
    },
    /** Lets the next deploy send again what was not found as sent, and remove what was not sent at all. */
    distrust(targetId: TargetId, { missing, changed: other, extra }: Verification) {
      for (const path of [...missing, ...other]) distrust.run(targetId, path)
      for (const path of extra) put.run(targetId, path, '', '', 0)
      if (missing.length + other.length + extra.length > 0) changed(targetId)
    },
    /** Forgets how to go back beyond `oldest`; answers the trees that nothing needs any more. */
    forgetBefore(targetId: TargetId, oldest: DeployId): UnusedTree[] {
      const trees = unused.all({ target: targetId, oldest })
      forget.run({ target: targetId, oldest })
      return trees
    },
  }
}

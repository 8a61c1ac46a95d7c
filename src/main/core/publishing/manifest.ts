import type { Database } from 'better-sqlite3'
import type { SiteFile } from '../site/site-file.ts'

export interface ManifestEntry {
  key: string
  /** Hash of the bytes, see content-hash. */
  hash: string
  bytes: number
}

/** A row of the manifest as it is stored: files, and directories whose path ends in '/'. */
export interface ManifestRow extends ManifestEntry {
  path: string
}

/** How a deploy changes the manifest. */
export interface ManifestChange {
  put: ManifestRow[]
  remove: string[]
}

/** What is at a target, in memory. Directories are named without slashes around them; '' is the root. */
export interface Manifest {
  readonly files: ReadonlyMap<string, ManifestEntry>
  /** Directory -> the name of its tree at the target. */
  readonly trees: ReadonlyMap<string, string>
  /** Directory -> names of the files in it. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>
  /** Another object after every change: what was compared with it need not be compared again. */
  readonly state: object
  apply(change: ManifestChange): void
}

export const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const treePath = (path: string): string | undefined => (path.endsWith('/') ? path.slice(0, -1) : undefined)

export function createManifest(rows: Iterable<ManifestRow> = []): Manifest {
  const files = new Map<string, ManifestEntry>()
  const trees = new Map<string, string>()
  const names = new Map<string, Set<string>>()

  const put = ({ path, key, hash, bytes }: ManifestRow) => {
    const tree = treePath(path)
    if (tree !== undefined) return void trees.set(tree, key)
    const directory = directoryOf(path)
    files.set(path, { key, hash, bytes })
    const known = names.get(directory)
    if (known) known.add(nameOf(path))
    else names.set(directory, new Set([nameOf(path)]))
  }
  const remove = (path: string) => {
    const tree = treePath(path)
    if (tree !== undefined) return void trees.delete(tree)
    files.delete(path)
    const directory = directoryOf(path)
    const known = names.get(directory)
    known?.delete(nameOf(path))
    if (known?.size === 0) names.delete(directory)
  }

  for (const row of rows) put(row)
  let state = {}
  return {
    files,
    trees,
    names,
    get state() {
      return state
    },
    apply(change) {
      change.remove.forEach(remove)
      change.put.forEach(put)
      state = {}
    },
  }
}

export const readManifest = (db: Database, targetId: number): Manifest =>
  createManifest(
    db
      .prepare<[number], ManifestRow>('SELECT path, key, hash, bytes FROM manifest WHERE target_id = ?')
      .iterate(targetId),
  )

export interface Difference {
  /** Positions in the list of files, of those that are to be sent. */
  send: number[]
  added: number
  changed: number
  unchanged: number
  removed: string[]
}

/** What has to happen at the target for it to hold exactly these files. */
export function compare(manifest: Manifest, files: readonly SiteFile[]): Difference {
  const difference: Difference = { send: [], added: 0, changed: 0, unchanged: 0, removed: [] }
  const { state } = manifest
  files.forEach((file, index) => {
    if (file.held === state) {
      difference.unchanged++
      return
    }
    const known = manifest.files.get(file.path)
    if (known?.key === file.key) {
      file.held = state
      difference.unchanged++
      return
    }
    difference.send.push(index)
    if (known) difference.changed++
    else difference.added++
  })
  if (difference.unchanged + difference.changed < manifest.files.size) {
    const wanted = new Set(files.map((file) => file.path))
    for (const path of manifest.files.keys()) if (!wanted.has(path)) difference.removed.push(path)
  }
  return difference
}

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { PermanentError, RetryableError } from '../../../jobs/job-handler.ts'
import { contentHash } from '../../../site/content-hash.ts'
import type { SiteFile } from '../../../site/site-file.ts'
import {
  compare,
  createManifest,
  directoryOf,
  type Manifest,
  type ManifestRow,
  nameOf,
} from '../../manifest.ts'
import type { Written } from '../../write-share.ts'
import type { Applied, ApplyContext, TargetFacts, TargetKind, UnusedTree, Verification } from '../target.ts'
import { makeDurable } from './durable.ts'
import {
  assertOurs,
  claim,
  copyEntry,
  currentRoot,
  linkTree,
  recordFile,
  removeEntry,
  spares,
  switchTo,
  treeFolder,
  trees,
} from './folder-layout.ts'
import { type NewTree, planTrees } from './tree-plan.ts'

/** Directories with more entries than this are copied ahead for the next deploy, so many of them at most. */
const smallDirectory = 2
const mostSpares = 64
const mostCopied = 12_000

/** Writes the given files; the worker may share the work with another thread. */
export type WriteFiles = (
  context: ApplyContext,
  /** Directory -> the folder that its new files are written to. */
  places: ReadonlyMap<string, string>,
) => Promise<Written[]>

export function createFolderTarget(writeFiles: WriteFiles): TargetKind {
  /** Copies of directories, by the tree they are a copy of; oldest first. They live as long as the worker. */
  const ready = new Map<string, { folder: string; target: number }>()
  const swept = new Set<number>()
  /** Directories of the last deploy, to be copied when there is time. */
  let wanted: NewTree[] = []

  const sweep = ({ id, config }: TargetFacts) => {
    if (swept.has(id)) return
    rmSync(spares(config.folder), { recursive: true, force: true })
    swept.add(id)
  }

  /** Gives the new tree a folder that holds what it carries over. */
  function fill(target: TargetFacts, tree: NewTree): void {
    const { folder } = target.config
    const to = treeFolder(folder, tree.tree)
    const spare = tree.before === null ? undefined : ready.get(tree.before)
    if (tree.before !== null && spare?.target === target.id) {
      ready.delete(tree.before)
      renameSync(spare.folder, to)
      for (const name of tree.drop) removeEntry(`${to}/${name}`)
    } else {
      mkdirSync(to)
      const from = tree.before === null ? '' : treeFolder(folder, tree.before)
      for (const name of tree.carry) link(`${from}/${name}`, `${to}/${name}`)
      for (const [name, child] of tree.carryDirectories) linkTree(folder, to, name, child)
    }
    for (const [name, child] of tree.newDirectories) linkTree(folder, to, name, child)
  }

  async function apply(context: ApplyContext): Promise<Applied> {
    const { target } = context
    assertOurs(target)
    await claim(target.config.folder, target.uid)
    sweep(target)
    try {
      return await buildOn(context)
    } catch (error) {
      if (existsSync(target.config.folder)) throw error
      throw new RetryableError('folder-missing', target.config.folder)
    }
  }

  async function buildOn(context: ApplyContext): Promise<Applied> {
    if (isWhole(context.target)) {
      try {
        return await build(context)
      } catch (error) {
        if (!(error instanceof DriftError)) throw error
      }
    }
    // Somebody took versions away or put others in their place: write everything anew.
    const manifest = createManifest()
    return build({ ...context, manifest, difference: compare(manifest, context.files) }, context.manifest)
  }

  async function build(context: ApplyContext, distrusted?: Manifest): Promise<Applied> {
    const { target, root, manifest, files, difference, checkpoint, progress } = context
    const { folder } = target.config
    discard(target, root)
    const plan = planTrees(root, manifest, files, difference)
    const places = new Map(plan.trees.map((tree) => [tree.directory, treeFolder(folder, tree.tree)]))
    const total = difference.send.length
    progress(0, total, 'rendering')
    for (const tree of plan.trees) {
      checkpoint()
      fill(target, tree)
    }
    const written = await writeFiles(context, places)

    const put: ManifestRow[] = written.map(([index, hash, bytes]) => {
      const { path, key } = files[index] as SiteFile
      return { path, key, hash, bytes }
    })
    for (const { directory, tree } of plan.trees)
      put.push({ path: `${directory}/`, key: tree, hash: '', bytes: 0 })
    const remove = [...difference.removed, ...plan.gone.map((directory) => `${directory}/`)]
    if (distrusted) remove.push(...forgotten(distrusted, put))
    const applied: Applied = {
      manifest: { put, remove },
      added: difference.added,
      changed: difference.changed,
      removed: difference.removed.length,
      files: difference.unchanged + total,
      bytes: written.reduce((sum, [, , bytes]) => sum + bytes, 0),
    }

    checkpoint()
    progress(total, total, 'writing')
    writeFileSync(recordFile(folder, root), JSON.stringify(applied))
    await makeDurable(folder, [
      ...written.map(([index]) => {
        const { path } = files[index] as SiteFile
        return `${places.get(directoryOf(path))}/${nameOf(path)}`
      }),
      recordFile(folder, root),
      ...places.values(),
      trees(folder),
    ])
    checkpoint()
    progress(total, total, 'switching')
    switchTo(folder, root)
    await makeDurable(folder, [folder])
    wanted = plan.trees
      .filter((tree) => entriesOf(tree) > smallDirectory)
      .sort((a, b) => rankOf(a.directory) - rankOf(b.directory) || (a.directory > b.directory ? -1 : 1))
      .slice(0, mostSpares)
    return applied
  }

  const isWhole = ({ root, config }: TargetFacts): boolean =>
    root !== null && currentRoot(config.folder) === root

  function discard({ config }: TargetFacts, root: string): void {
    const begun =
      existsSync(treeFolder(config.folder, root)) || existsSync(treeFolder(config.folder, `${root}-1`))
    if (!begun || currentRoot(config.folder) === root) return
    rmSync(recordFile(config.folder, root), { force: true })
    for (const { name } of entries(trees(config.folder)))
      if (name === root || name.startsWith(`${root}-`)) removeTree(config.folder, name)
  }

  /**
   * Copies the directories of the version that is there now, for the next deploy to make its changes in. The same
   * directory as an old version had it becomes the copy, where there is one: most of it is what it has to hold.
   */
  function prepare({ id, config }: TargetFacts, unused: readonly UnusedTree[]): void {
    const old = new Map(unused.map(({ directory, tree }) => [directory, treeFolder(config.folder, tree)]))
    let copied = 0
    for (const { directory, tree } of wanted) {
      if (ready.has(tree)) continue
      const from = treeFolder(config.folder, tree)
      const folder = join(spares(config.folder), tree)
      const names = entries(from).map(({ name }) => name)
      copied += names.length
      if (copied > mostCopied) break
      // Not with what is above it: the folder may have gone meanwhile, and is not to be begun anew in its place.
      if (!existsSync(spares(config.folder))) mkdirSync(spares(config.folder))
      const before = old.get(directory)
      if (before !== undefined && existsSync(before)) renameSync(before, folder)
      else mkdirSync(folder)
      mirror(from, names, folder)
      ready.set(tree, { folder, target: id })
    }
    wanted = []
    for (const [tree, spare] of ready) {
      if (ready.size <= mostSpares) break
      rmSync(spare.folder, { recursive: true, force: true })
      ready.delete(tree)
    }
  }

  return {
    current(target) {
      assertOurs(target)
      return currentRoot(target.config.folder)
    },
    apply,
    recorded({ config }, root) {
      if (currentRoot(config.folder) !== root) return null
      try {
        return JSON.parse(readFileSync(recordFile(config.folder, root), 'utf8')) as Applied
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    verify(target, manifest, checkpoint): Verification {
      assertOurs(target)
      const found: Verification = { missing: [], changed: [], extra: [] }
      const base = join(target.config.folder, 'current')
      for (const [path, { hash }] of manifest.files) {
        checkpoint()
        const content = read(join(base, path))
        if (content === null) found.missing.push(path)
        else if (contentHash(content) !== hash) found.changed.push(path)
      }
      const walk = (directory: string) => {
        for (const { name } of entries(join(base, directory))) {
          const path = directory === '' ? name : `${directory}/${name}`
          if (manifest.trees.has(path)) walk(path)
          else if (!manifest.files.has(path)) found.extra.push(path)
        }
      }
      walk('')
      return found
    },
    rollBack(target, root) {
      assertOurs(target)
      const { folder } = target.config
      // Says so where something that is not ours has taken its place.
      currentRoot(folder)
      const gone = missingTree(folder, root)
      if (gone !== null) throw new PermanentError('version-gone', treeFolder(folder, gone))
      switchTo(folder, root)
    },
    collect(target, unused) {
      const { folder } = target.config
      prepare(target, unused)
      for (const { tree } of unused) {
        removeTree(folder, tree)
        rmSync(recordFile(folder, tree), { force: true })
      }
    },
    discard,
  }
}

/** The manifest names what is not there any more. */
class DriftError extends Error {}

/** Carries a file over from the version before. */
function link(from: string, to: string): void {
  try {
    copyEntry(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new DriftError(from)
    throw error
  }
}

/** What most edits touch comes first: the top of the site, then the newest articles, then the lists of labels. */
function rankOf(directory: string): number {
  if (!directory.includes('/')) return 0
  return /^\d/.test(directory) ? 1 : 2
}

const entriesOf = (tree: NewTree): number =>
  tree.carry.length + tree.added + tree.carryDirectories.size + tree.newDirectories.size

/** Rows of a manifest that did not hold and that nothing takes the place of. */
function forgotten(manifest: Manifest, put: readonly ManifestRow[]): string[] {
  const now = new Set(put.map((row) => row.path))
  const before = [...manifest.files.keys(), ...[...manifest.trees.keys()].map((name) => `${name}/`)]
  return before.filter((path) => !now.has(path))
}

/** Brings a directory to hold what is in another; what is the same file in both stays. */
function mirror(from: string, names: readonly string[], to: string): void {
  const inside = new Set(entries(to).map(({ name }) => name))
  for (const name of names) {
    if (inside.delete(name)) {
      if (isSameFile(`${from}/${name}`, `${to}/${name}`)) continue
      removeEntry(`${to}/${name}`)
    }
    copyEntry(`${from}/${name}`, `${to}/${name}`)
  }
  for (const name of inside) removeEntry(`${to}/${name}`)
}

/** Large integers: the numbers of files on Windows take all 64 bits. */
function isSameFile(a: string, b: string): boolean {
  const first = lstatSync(a, { bigint: true })
  const second = lstatSync(b, { bigint: true })
  return first.ino === second.ino && first.dev === second.dev
}

/** A directory that somebody took away from a version; null when all are there. */
function missingTree(folder: string, tree: string): string | null {
  if (!existsSync(treeFolder(folder, tree))) return tree
  for (const entry of entries(treeFolder(folder, tree))) {
    if (!entry.isSymbolicLink()) continue
    const missing = missingTree(folder, basename(readlinkSync(join(treeFolder(folder, tree), entry.name))))
    if (missing !== null) return missing
  }
  return null
}

/** Links in a tree are taken away, not followed. */
const removeTree = (folder: string, tree: string): void =>
  rmSync(treeFolder(folder, tree), { recursive: true, force: true })

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // A file in the place of a directory holds nothing, either.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw error
  }
}

function read(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ELOOP') return null
    throw error
  }
}

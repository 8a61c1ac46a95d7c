import type { SiteFile } from '../../../site/site-file.ts'
import { type Difference, directoryOf, type Manifest, nameOf } from '../../manifest.ts'

/** A directory that the new version has in another form than the version before. */
export interface NewTree {
  directory: string
  tree: string
  /** The tree it had; null when the directory is new. */
  before: string | null
  /** Files that stay as they are. */
  carry: string[]
  /** Files and directories of the version before that it does not have in that form. */
  drop: string[]
  /** How many files are written to it. */
  added: number
  /** Directories in it -> their trees: those that stay, and those that are new or have another tree. */
  carryDirectories: Map<string, string>
  newDirectories: Map<string, string>
}

export interface TreePlan {
  trees: NewTree[]
  /** Directories that the new version no longer has. */
  gone: string[]
}

/** Which directories have to be made again, with what in them: those of every file that differs, up to the root. */
export function planTrees(
  root: string,
  manifest: Manifest,
  files: readonly SiteFile[],
  difference: Difference,
): TreePlan {
  const sent = new Set(difference.send.map((index) => (files[index] as SiteFile).path))
  const removed = new Set(difference.removed)
  const touched = new Set<string>([''])
  const touch = (path: string) => {
    for (let at = directoryOf(path); !touched.has(at); at = directoryOf(at)) touched.add(at)
  }
  for (const path of sent) touch(path)
  for (const path of removed) touch(path)

  const newNames = new Map<string, number>()
  for (const path of sent) {
    const directory = directoryOf(path)
    newNames.set(directory, (newNames.get(directory) ?? 0) + 1)
  }
  /** Directory -> the directories in it, of the version before and of this one. */
  const known = new Map<string, Set<string>>()
  const know = (directory: string) => {
    if (directory === '') return
    const parent = directoryOf(directory)
    const children = known.get(parent)
    if (children) children.add(directory)
    else known.set(parent, new Set([directory]))
  }
  for (const directory of manifest.trees.keys()) know(directory)
  for (const directory of touched) know(directory)

  const treeNames = new Map<string, string>([['', root]])
  const trees: NewTree[] = []
  const gone: string[] = []
  const removedDirectories = new Set<string>()
  // The deepest first: whether a directory stays depends on what is left below it.
  const deepestFirst = [...touched].sort(
    (a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1),
  )
  for (const directory of deepestFirst) {
    if (directory === '') continue
    const plan = planTree(directory, `${root}-${trees.length + 1}`)
    const isEmpty =
      plan.carry.length === 0 &&
      plan.added === 0 &&
      plan.carryDirectories.size + plan.newDirectories.size === 0
    if (!isEmpty) {
      treeNames.set(directory, plan.tree)
      trees.push(plan)
      continue
    }
    removedDirectories.add(directory)
    if (manifest.trees.has(directory)) gone.push(directory)
  }
  trees.push(planTree('', root))

  function planTree(directory: string, tree: string): NewTree {
    const prefix = directory === '' ? '' : `${directory}/`
    const carry: string[] = []
    const drop: string[] = []
    for (const name of manifest.names.get(directory) ?? []) {
      const path = prefix + name
      if (sent.has(path) || removed.has(path)) drop.push(name)
      else carry.push(name)
    }
    const carryDirectories = new Map<string, string>()
    const newDirectories = new Map<string, string>()
    for (const child of known.get(directory) ?? []) {
      const before = manifest.trees.get(child)
      const now = removedDirectories.has(child) ? undefined : (treeNames.get(child) ?? before)
      if (before !== undefined && before !== now) drop.push(nameOf(child))
      if (now !== undefined) (now === before ? carryDirectories : newDirectories).set(nameOf(child), now)
    }
    const before = manifest.trees.get(directory) ?? null
    const added = newNames.get(directory) ?? 0
    return { directory, tree, before, carry, drop, added, carryDirectories, newDirectories }
  }

  return { trees, gone }
}

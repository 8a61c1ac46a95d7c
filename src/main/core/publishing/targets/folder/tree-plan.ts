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
  /** Files of the version before that it does not have in that form. */
  drop: string[]
  /** How many files are written to it. */
  added: number
  /** Directories in it -> their trees, new or not. */
  directories: Map<string, string>
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
  const subdirectories = new Map<string, Set<string>>()
  const know = (directory: string) => {
    if (directory === '') return
    const parent = directoryOf(directory)
    const known = subdirectories.get(parent)
    if (known) known.add(directory)
    else subdirectories.set(parent, new Set([directory]))
  }
  for (const directory of manifest.trees.keys()) know(directory)
  for (const directory of touched) know(directory)

  const treeNames = new Map<string, string>([['', root]])
  const trees: NewTree[] = []
  const gone: string[] = []
  // The deepest first: whether a directory stays depends on what is left below it.
  const deepestFirst = [...touched].sort(
    (a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1),
  )
  for (const directory of deepestFirst) {
    if (directory === '') continue
    const plan = planTree(directory, `${root}-${trees.length + 1}`)
    const isEmpty = plan.carry.length === 0 && plan.added === 0 && plan.directories.size === 0
    if (!isEmpty) {
      treeNames.set(directory, plan.tree)
      trees.push(plan)
      continue
    }
    subdirectories.get(directoryOf(directory))?.delete(directory)
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
    const directories = new Map<string, string>()
    for (const child of subdirectories.get(directory) ?? []) {
      const childTree = treeNames.get(child) ?? manifest.trees.get(child)
      if (childTree !== undefined) directories.set(nameOf(child), childTree)
    }
    return {
      directory,
      tree,
      before: manifest.trees.get(directory) ?? null,
      carry,
      drop,
      added: newNames.get(directory) ?? 0,
      directories,
    }
  }

  return { trees, gone }
}

import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { PermanentError, RetryableError } from '../../../jobs/job-handler.ts'
import { writeFileAtomically } from '../../../write-file-atomically.ts'
import type { TargetFacts } from '../target.ts'

/**
 * What lies in a target's folder:
 *
 *     current                    link to the version that readers see: .galley/trees/<root>
 *     .galley/target.json        whose folder it is
 *     .galley/trees/<root>       a version: the root directory, and
 *     .galley/trees/<root>-<n>   each directory below it that this version was the first to have
 *     .galley/deploys/<root>.json   how the version differs from the one before, until the library has recorded it
 *     .galley/spare/             copies of large directories, made in idle time for the next deploy to change
 *
 * A tree holds its files as hard links shared with other versions, and its directories as links to their trees. It is
 * never changed once a version has it; what does not differ is not made again. Names are made up for each deploy, so
 * a tree that was left half made can't be taken for a whole one: nothing refers to it.
 */
export const trees = (folder: string): string => join(folder, '.galley', 'trees')
export const treeFolder = (folder: string, tree: string): string => join(folder, '.galley', 'trees', tree)
export const spares = (folder: string): string => join(folder, '.galley', 'spare')
const currentLink = (folder: string): string => join(folder, 'current')
export const recordFile = (folder: string, root: string): string =>
  join(folder, '.galley', 'deploys', `${root}.json`)
const ownerFile = (folder: string): string => join(folder, '.galley', 'target.json')

/** The uid of the target that a folder belongs to; null when it is nobody's, '' when that cannot be read. */
export function ownerOf(folder: string): string | null {
  if (!existsSync(ownerFile(folder))) return null
  try {
    const { uid } = JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as { uid?: unknown }
    return typeof uid === 'string' ? uid : ''
  } catch (error) {
    if (error instanceof SyntaxError) return ''
    throw error
  }
}

export async function claim(folder: string, uid: string): Promise<void> {
  mkdirSync(trees(folder), { recursive: true })
  mkdirSync(join(folder, '.galley', 'deploys'), { recursive: true })
  // Half of it would be somebody else's.
  if (ownerOf(folder) === null)
    await writeFileAtomically(ownerFile(folder), Buffer.from(`${JSON.stringify({ galley: 1, uid })}\n`))
}

/** @throws PermanentError `foreign-folder`, RetryableError `folder-missing` */
export function assertOurs({ config, uid, root }: TargetFacts): void {
  if (!existsSync(config.folder)) {
    // A disk that is not plugged in: never begin a new site in its place.
    if (root !== null) throw new RetryableError('folder-missing', config.folder)
    return
  }
  const owner = ownerOf(config.folder)
  if ((owner !== null && owner !== uid) || !statSync(config.folder).isDirectory())
    throw new PermanentError('foreign-folder', config.folder)
}

/** The version that readers see; null when there is none. */
export function currentRoot(folder: string): string | null {
  try {
    const root = basename(readlinkSync(currentLink(folder)))
    return existsSync(treeFolder(folder, root)) ? root : null
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return null
    if (code === 'EINVAL')
      throw new PermanentError('foreign-folder', `${currentLink(folder)} is not a link of Galley's`)
    throw error
  }
}

/** Readers see the other version from one moment to the next. */
export function switchTo(folder: string, root: string): void {
  const next = join(folder, '.galley', 'next')
  removeEntry(next)
  if (process.platform === 'win32') {
    // Junctions name absolute folders and can't be renamed over one another.
    symlinkSync(treeFolder(folder, root), next, 'junction')
    removeEntry(currentLink(folder))
  } else {
    symlinkSync(`.galley/trees/${root}`, next)
  }
  renameSync(next, currentLink(folder))
}

/** Takes away a file or a link; rmSync takes a link to a directory for the directory. */
export function removeEntry(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** A directory of a tree that is kept in a tree of its own. `to`: the folder of the outer tree. */
export function linkTree(folder: string, to: string, name: string, child: string): void {
  if (process.platform === 'win32') symlinkSync(treeFolder(folder, child), `${to}/${name}`, 'junction')
  else symlinkSync(`../${child}`, `${to}/${name}`)
}

const cannotLink = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EISDIR'])

/** The same file, or link to a tree, in another directory; a copy where the file system has no hard links to it. */
export function copyEntry(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!cannotLink.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to, 'junction')
    else copyFileSync(from, to)
  }
}

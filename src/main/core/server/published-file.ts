import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

export interface PublishedFile {
  path: string
  bytes: number
  etag: string
  modified: Date
}

export type Found =
  | { kind: 'file'; file: PublishedFile }
  /** A folder asked for without its slash. */
  | { kind: 'redirect'; to: string }
  | { kind: 'none' }

/**
 * Looks a request up in the version that is current now. What it finds belongs to that version also when another takes
 * its place while it is being sent.
 */
export async function findPublished(folder: string, pathname: string): Promise<Found> {
  const path = safePath(pathname)
  if (path === null) return { kind: 'none' }
  const file = await fileAt(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path)
  if (file) return { kind: 'file', file }
  const isFolder = path !== '' && !path.endsWith('/') && (await fileAt(folder, `${path}/index.html`)) !== null
  return isFolder
    ? { kind: 'redirect', to: `${pathname.slice(pathname.lastIndexOf('/') + 1)}/` }
    : { kind: 'none' }
}

export async function fileAt(folder: string, path: string): Promise<PublishedFile | null> {
  try {
    // Directories of a version are links into the folder of all trees: nothing may lead out of that.
    const trees = await realpath(join(folder, '.galley', 'trees'))
    const real = await realpath(join(folder, 'current', path))
    if (!real.startsWith(trees + sep)) return null
    const facts = await stat(real)
    if (!facts.isFile()) return null
    const etag = `"${facts.mtimeMs.toString(36)}-${facts.size.toString(36)}-${facts.ino.toString(36)}"`
    return { path: real, bytes: facts.size, etag, modified: facts.mtime }
  } catch {
    return null
  }
}

/** The path below the site's root; null for one that is no address of a site. */
function safePath(pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname).replace(/^\/+/, '')
  } catch {
    return null
  }
  const isBad = path.includes('\0') || path.includes('\\')
  return isBad || path.split('/').some((part) => part.startsWith('.') || part.includes(':')) ? null : path
}

import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { z } from 'zod'
import { contentHash } from '../content-hash.ts'
import { ThemeError } from './theme-error.ts'
import { ThemeManifest } from './theme-manifest.ts'

export interface ThemeAsset {
  /** Name inside the theme's `assets` folder. */
  readonly name: string
  /** Path on the site: assets/<name>.<hash>.<ext> . */
  readonly path: string
  readonly content: Buffer
}

/** A theme as it lies in its folder, read whole: nothing is looked up on disk while pages are made. */
export interface ThemeFiles {
  readonly name: string
  readonly manifest: ThemeManifest
  /** By name without `.liquid`. */
  readonly templates: Readonly<Record<string, string>>
  readonly assets: readonly ThemeAsset[]
  /** Words of the pages by language. */
  readonly words: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly hash: string
}

const largestText = 1_000_000
const largestAsset = 10_000_000
const largestTheme = 50_000_000
const mostFiles = 500
const assetTypes = new Set([
  '.css',
  '.js',
  '.svg',
  '.png',
  '.jpg',
  '.webp',
  '.avif',
  '.gif',
  '.ico',
  '.woff2',
  '.json',
  '.txt',
])

const cache = new Map<string, { stamp: string; files: ThemeFiles }>()

/** Reads a theme; unchanged folders are read once. @throws ThemeError */
export function readTheme(themesFolder: string, name: string): ThemeFiles {
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(name)) throw new ThemeError(name, 'not a theme name')
  const folder = join(themesFolder, name)
  const listing = list(folder, name)
  const stamp = listing.map(({ path, size, mtime }) => `${path} ${size} ${mtime}`).join('\n')
  const known = cache.get(folder)
  if (known?.stamp === stamp) return known.files
  const files = load(folder, name, listing)
  cache.set(folder, { stamp, files })
  return files
}

interface Entry {
  /** With slashes, inside the theme. */
  path: string
  size: number
  mtime: number
}

const parts = ['templates', 'assets', 'locales']

/** The theme's own files: one level of folders, no links that could lead out of it. */
function list(folder: string, theme: string): Entry[] {
  const entries: Entry[] = []
  let total = 0
  const add = (path: string) => {
    const stat = lstatSync(join(folder, path))
    if (!stat.isFile()) return
    const limit = path.startsWith('assets/') ? largestAsset : largestText
    total += stat.size
    if (stat.size > limit) throw new ThemeError(theme, `larger than ${limit} bytes`, { file: path })
    if (total > largestTheme) throw new ThemeError(theme, `larger than ${largestTheme} bytes in all`)
    entries.push({ path, size: stat.size, mtime: stat.mtimeMs })
  }
  try {
    add('theme.json')
  } catch (error) {
    if (error instanceof ThemeError) throw error
    throw new ThemeError(theme, 'there is no theme.json', { file: 'theme.json' })
  }
  for (const part of parts) {
    let children: Dirent[] = []
    try {
      if (lstatSync(join(folder, part)).isDirectory())
        children = readdirSync(join(folder, part), { withFileTypes: true })
    } catch {
      continue
    }
    if (children.length > mostFiles)
      throw new ThemeError(theme, `more than ${mostFiles} files`, { file: part })
    for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (child.isFile() && !child.name.startsWith('.')) add(`${part}/${child.name}`)
  }
  return entries
}

function load(folder: string, name: string, entries: Entry[]): ThemeFiles {
  const read = (path: string) => readFileSync(join(folder, path))
  const json = (path: string): unknown => {
    try {
      return JSON.parse(read(path).toString())
    } catch (error) {
      throw new ThemeError(name, error instanceof Error ? error.message : String(error), { file: path })
    }
  }
  const checked = <T>(type: z.ZodType<T>, path: string): T => {
    const result = type.safeParse(json(path))
    if (result.success) return result.data
    throw new ThemeError(name, z.prettifyError(result.error).replaceAll('\n', ' '), { file: path })
  }

  const manifest = checked(ThemeManifest, 'theme.json')
  const templates: Record<string, string> = {}
  const words = new Map<string, Record<string, string>>()
  const raw: { name: string; content: Buffer }[] = []
  const hashes: string[] = []
  for (const { path } of entries) {
    const content = read(path)
    hashes.push(`${path} ${contentHash(content)}`)
    const file = basename(path)
    if (path.startsWith('templates/') && file.endsWith('.liquid'))
      templates[file.slice(0, -'.liquid'.length)] = content.toString()
    else if (path.startsWith('locales/') && file.endsWith('.json'))
      words.set(file.slice(0, -'.json'.length), checked(z.record(z.string(), z.string()), path))
    else if (path.startsWith('assets/') && assetTypes.has(extname(file).toLowerCase()))
      raw.push({ name: file, content })
  }
  return { name, manifest, templates, words, assets: publish(raw), hash: contentHash(hashes.join('\n')) }
}

/** Gives assets names that change with their content, also where a stylesheet mentions another one. */
function publish(raw: { name: string; content: Buffer }[]): ThemeAsset[] {
  const asset = ({ name, content }: { name: string; content: Buffer }): ThemeAsset => {
    const extension = extname(name)
    const hash = contentHash(content).slice(0, 10)
    return { name, content, path: `assets/${name.slice(0, -extension.length)}.${hash}${extension}` }
  }
  const plain = raw.filter(({ name }) => !name.endsWith('.css')).map(asset)
  const names = new Map(plain.map(({ name, path }) => [name, path.slice('assets/'.length)]))
  const styles = raw
    .filter(({ name }) => name.endsWith('.css'))
    .map(({ name, content }) => {
      const text = content
        .toString()
        .replace(/url\((["']?)(?:\.\/)?([\w.-]+)\1\)/g, (whole, quote: string, file: string) => {
          const published = names.get(file)
          return published ? `url(${quote}${published}${quote})` : whole
        })
      return asset({ name, content: Buffer.from(text) })
    })
  return [...plain, ...styles].sort((a, b) => (a.path < b.path ? -1 : 1))
}

import { createHash } from 'node:crypto'
import { type AsyncZippable, zip } from 'fflate'
import { z } from 'zod'
import { documentProblem } from '#shared/document/check-document.ts'
import { MediaId } from '#shared/model/ids.ts'
import { invalid, refused } from '../errors.ts'
import { contentHash, PortableContent } from './portable-content.ts'
import { largestBundle, unpack } from './unpack.ts'

const format = 'galley-review-bundle'
const version = 1
/** Deeper than anybody nests blocks; checked before anything walks down. */
const deepest = 200

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

const Manifest = z.object({
  format: z.literal(format),
  version: z.literal(version),
  uid: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  author: z.string().max(100),
  exportedAt: z.number().int(),
  /** Hashes of `base.json` and `content.json`. */
  base: Hash,
  content: Hash,
  /** Hashes of earlier contents that the sender knows, oldest first. */
  ancestors: z.array(Hash).max(1_000),
  media: z.array(z.object({ id: MediaId, fileName: z.string().max(200) })).max(2_000),
})
export type BundleManifest = Omit<z.infer<typeof Manifest>, 'format' | 'version'>

export interface Bundle extends BundleManifest {
  baseContent: PortableContent
  currentContent: PortableContent
  /** What is said about it; read by whoever keeps comments. */
  threads: unknown
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** @throws INVALID `bundle-too-large` */
export async function packBundle(bundle: Bundle): Promise<Uint8Array<ArrayBuffer>> {
  const { baseContent, currentContent, threads, files, ...manifest } = bundle
  const size = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  if (size > largestBundle) throw invalid('bundle-too-large', `${size} bytes`)
  const entries: AsyncZippable = {
    'manifest.json': json({ format, version, ...manifest }),
    'base.json': json(baseContent),
    'content.json': json(currentContent),
    ...(threads !== undefined && { 'threads.json': json(threads) }),
  }
  // Pictures are as small as they get.
  for (const [id, bytes] of files) entries[`media/${id}`] = [bytes, { level: 0 }]
  return new Promise((resolve, reject) =>
    zip(entries, { level: 6 }, (error, bytes) => (error ? reject(error) : resolve(new Uint8Array(bytes)))),
  )
}

/**
 * Reads a bundle and holds everything in it to what it says and to what articles may hold.
 *
 * @throws INVALID `not-a-bundle` | `bundle-damaged` | `bundle-too-large`, REFUSED `bundle-newer`
 */
export async function readBundle(bytes: Uint8Array): Promise<Bundle> {
  const entries = await unpack(bytes)
  const header = parse(entries, 'manifest.json')
  const { format: named, version: written } = Object(header)
  if (named !== format) throw invalid('not-a-bundle')
  if (typeof written === 'number' && written > version) throw refused('bundle-newer', `version ${written}`)
  const manifest = Manifest.safeParse(header)
  if (!manifest.success) throw invalid('bundle-damaged', 'manifest')
  const { format: _, version: __, ...facts } = manifest.data
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { id } of facts.media) {
    const file = entries.get(`media/${id}`)
    if (!file || createHash('sha256').update(file).digest('hex') !== id)
      throw invalid('bundle-damaged', 'picture')
    files.set(id, new Uint8Array(file))
  }
  if ([...entries.keys()].some((name) => name.startsWith('media/') && !files.has(name.slice(6))))
    throw invalid('bundle-damaged', 'picture')
  return {
    ...facts,
    baseContent: content(entries, 'base.json', facts.base),
    currentContent: content(entries, 'content.json', facts.content),
    threads: entries.has('threads.json') ? parse(entries, 'threads.json') : undefined,
    files,
  }
}

function content(entries: ReadonlyMap<string, Uint8Array>, name: string, hash: string): PortableContent {
  const parsed = PortableContent.safeParse(parse(entries, name))
  if (!parsed.success) throw invalid('bundle-damaged', name)
  if (contentHash(parsed.data) !== hash) throw invalid('bundle-damaged', `${name}: hash`)
  const problem = documentProblem(parsed.data.doc)
  if (problem !== null) throw invalid('bundle-damaged', problem)
  return parsed.data
}

function parse(entries: ReadonlyMap<string, Uint8Array>, name: string): unknown {
  const bytes = entries.get(name)
  if (!bytes) throw invalid(name === 'manifest.json' ? 'not-a-bundle' : 'bundle-damaged', name)
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    assertShallow(value)
    return value
  } catch {
    throw invalid('bundle-damaged', name)
  }
}

function assertShallow(value: unknown): void {
  const open: [unknown, number][] = [[value, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [member, depth] = next
    if (depth > deepest) throw new RangeError('nested too deep')
    if (typeof member === 'object' && member !== null)
      for (const child of Object.values(member)) open.push([child, depth + 1])
  }
}

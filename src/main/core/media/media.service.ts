import { stat } from 'node:fs/promises'
import type { Media, PictureFetch, Rendition } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { invalid, notFound } from '../errors.ts'
import type { Clock } from '../platform.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'
import { fetchPicture } from './fetching/fetch-picture.ts'
import type { FetchRules } from './fetching/open-picture.ts'
import { createTurns } from './fetching/turns.ts'
import { imageExtensions, largestFile } from './image-type.ts'
import type { MediaRepository } from './media.repository.ts'
import { mediaFileName, mediaFilePath, renditionPath } from './media-file.ts'
import type { PictureWorker } from './picture-worker.ts'
import type { Renditions } from './renditions.ts'

/** At a time; a page of pictures is no reason to be taken for an attack. */
const mostFetches = 4

export type MediaService = ReturnType<typeof createMediaService>

/** Pictures of the library, kept once by content. */
export function createMediaService({
  repository,
  worker,
  renditions,
  libraryFolder,
  announce,
  clock,
  fetchRules = {},
}: {
  repository: MediaRepository
  worker: PictureWorker
  renditions: Renditions
  libraryFolder: string
  announce: Announce
  clock: Clock
  /** For tests: their servers are on loopback. */
  fetchRules?: FetchRules
}) {
  const fetchTurns = createTurns(mostFetches)

  /** Errors as in the contract's `media.upload`. The row is written after the file is safely on disk. */
  async function store(bytes: Uint8Array<ArrayBuffer>, fileName: string): Promise<Media> {
    if (bytes.length > largestFile) throw invalid('too-large', `${bytes.length} bytes`)
    const digest = await crypto.subtle.digest('SHA-256', bytes)
    const id = Buffer.from(digest).toString('hex') as MediaId
    const known = repository.find(id)
    if (known) {
      const path = mediaFilePath(libraryFolder, id, known.mime)
      if (!(await hasSize(path, known.bytes))) await writeFileAtomically(path, bytes)
      return known
    }
    const facts = await worker.run('inspect', { bytes })
    await writeFileAtomically(mediaFilePath(libraryFolder, id, facts.mime), bytes)
    const name = cleanName(fileName) || `image.${imageExtensions[facts.mime]}`
    repository.insert({ id, fileName: name, bytes: bytes.length, createdAt: clock.now(), ...facts })
    announce('media.changed', { ids: [id], gone: false, ...renditions.status() })
    renditions.soon()
    return repository.find(id) as Media
  }

  return {
    store,
    async upload(file: File): Promise<Media> {
      if (file.size > largestFile) throw invalid('too-large', `${file.size} bytes`)
      return store(new Uint8Array(await file.arrayBuffer()), file.name)
    },
    find: (id: string): Media | undefined => repository.find(id),
    /** As the contract's `media.fetch`. */
    async *fetch(url: string, signal?: AbortSignal): AsyncGenerator<PictureFetch> {
      await fetchTurns.take(signal)
      try {
        const picture = fetchPicture(url, { ...fetchRules, signal })
        let step = await picture.next()
        while (!step.done) {
          yield { ...step.value, media: null }
          step = await picture.next()
        }
        const { bytes, name } = step.value
        const media = await store(bytes, name)
        yield { received: media.bytes, total: media.bytes, media }
      } finally {
        fetchTurns.give()
      }
    },
    get(id: MediaId): Media {
      const media = repository.find(id)
      if (!media) throw notFound('media', id)
      return media
    },
    /** The original of a picture for whoever serves or copies it; null when the library does not have it. */
    mediaFile(id: string): { path: string; mime: Media['mime']; fileName: string } | null {
      const mime = repository.findMime(id)
      if (!mime) return null
      return { path: mediaFilePath(libraryFolder, id, mime), mime, fileName: mediaFileName(id, mime) }
    },
    /** The smallest form that fills a list's picture; null while there is none. */
    thumbnailFile(id: string): { path: string; mime: string } | null {
      const form = smallest(repository.renditions(id))
      return form && { path: renditionPath(libraryFolder, id, form), mime: `image/${form.format}` }
    },
    /** Address of a picture as an article page names it; null when the library does not have it. */
    mediaUrl(id: string): string | null {
      const mime = repository.findMime(id)
      return mime ? `../../media/${mediaFileName(id, mime)}` : null
    },
    /** Pictures whose file is gone or has another size. */
    async missingFiles(): Promise<MediaId[]> {
      const missing: MediaId[] = []
      for (const { id, mime, bytes } of repository.all()) {
        if (!(await hasSize(mediaFilePath(libraryFolder, id, mime), bytes))) missing.push(id)
      }
      return missing
    },
  }
}

const smallest = (forms: readonly Rendition[]): Rendition | null =>
  forms.filter(({ format }) => format === 'webp').sort((a, b) => a.width - b.width)[0] ?? null

const hasSize = async (path: string, bytes: number): Promise<boolean> =>
  (await stat(path).catch(() => null))?.size === bytes

/** The last part of a path, of either kind, without what could disturb a list or a terminal. */
const cleanName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .trim()
    .slice(0, 200)

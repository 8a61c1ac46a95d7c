import { randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notFound } from '../errors.ts'
import type { Clock } from '../platform.ts'

/** A file to import. `path` null: too large to have been kept. */
export interface ImportSource {
  path: string | null
  fileName: string
}

interface Batch {
  folder: string
  sources: ImportSource[]
  forget: () => void
}

const lifetime = 2 * 60 * 60 * 1000

export type ImportBatches = ReturnType<typeof createImportBatches>

/** Files that came over the wire, kept in a temporary folder between inspecting and importing them. */
export function createImportBatches(clock: Clock) {
  const batches = new Map<string, Batch>()

  async function discard(id: string): Promise<void> {
    const batch = batches.get(id)
    if (!batch) return
    batches.delete(id)
    batch.forget()
    await rm(batch.folder, { recursive: true, force: true })
  }

  return {
    async add(files: readonly File[], largest: number): Promise<{ id: string; sources: ImportSource[] }> {
      const folder = await mkdtemp(join(tmpdir(), 'galley-import-'))
      const sources: ImportSource[] = []
      try {
        for (const [index, file] of files.entries()) {
          const path = file.size > largest ? null : join(folder, String(index))
          if (path) await spool(file, path)
          sources.push({ path, fileName: file.name })
        }
      } catch (error) {
        await rm(folder, { recursive: true, force: true })
        throw error
      }
      const id = randomUUID()
      batches.set(id, { folder, sources, forget: clock.at(clock.now() + lifetime, () => void discard(id)) })
      return { id, sources }
    },
    /** @throws NOT_FOUND when it has expired. */
    get(id: string): readonly ImportSource[] {
      const batch = batches.get(id)
      if (!batch) throw notFound('importBatch', id)
      return batch.sources
    },
    discard,
    async discardAll(): Promise<void> {
      await Promise.all([...batches.keys()].map(discard))
    },
  }
}

async function spool(file: File, path: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(new Uint8Array(await file.arrayBuffer()))
  } finally {
    await handle.close()
  }
}

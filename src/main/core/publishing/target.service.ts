import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import type { Target, TargetConfig } from '#shared/contract/publishing.ts'
import type { TargetId } from '#shared/model/ids.ts'
import { invalid, notFound, refused } from '../errors.ts'
import type { Jobs } from '../jobs/job.runner.ts'
import { makeFolder } from '../make-folder.ts'
import type { Clock } from '../platform.ts'
import type { ScheduleRepository } from './schedule.repository.ts'
import type { TargetRepository } from './target.repository.ts'
import { ownerOf } from './targets/folder/folder-layout.ts'

export type TargetService = ReturnType<typeof createTargetService>

export const queueOf = (id: TargetId): string => `target:${id}`

const ours = new Set(['.galley', 'current'])
/** What systems leave in folders by themselves. */
const noise = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found'])

export function createTargetService({
  repository,
  schedules,
  jobs,
  clock,
  libraryFolder,
}: {
  repository: TargetRepository
  schedules: ScheduleRepository
  jobs: Jobs
  clock: Clock
  libraryFolder: string
}) {
  const get = (id: TargetId): Target => {
    const target = repository.find(id)
    if (!target) throw notFound('target', id)
    return target
  }

  /** Answers the uid of the target that a folder was last published by; null for a folder that is new. */
  async function checkFolder(
    given: string,
    self: TargetId | null,
  ): Promise<{ folder: string; owner: string | null }> {
    if (!isAbsolute(given)) throw invalid('folder-not-absolute', given)
    const folder = resolve(given)
    await assertOutsideLibrary(folder)
    if (repository.list().some(({ id, config }) => id !== self && config.folder === folder))
      throw invalid('folder-not-empty', 'another target publishes there')
    const probe = join(folder, `.galley-${randomUUID()}.tmp`)
    try {
      makeFolder(folder)
      await writeFile(probe, '')
      await rm(probe)
    } catch (error) {
      throw invalid('folder-not-writable', error instanceof Error ? error.message : undefined)
    }
    const names = await readdir(folder)
    const stranger = names.find((name) => !ours.has(name) && !noise.has(name))
    if (stranger !== undefined) throw invalid('folder-not-empty', stranger)
    const owner = ownerOf(folder)
    if (owner === null && names.some((name) => ours.has(name))) throw invalid('folder-not-empty', 'current')
    return { folder, owner }
  }

  /** `sites/` in the library is meant for it; anywhere else it would get into backups and the editor's way. */
  async function assertOutsideLibrary(folder: string): Promise<void> {
    const [at, library] = await Promise.all([realPathOf(folder), realPathOf(libraryFolder)])
    const holds = (outer: string, inner: string) => inner === outer || inner.startsWith(outer + sep)
    if (holds(at, library)) throw invalid('folder-inside-library', folder)
    if (holds(library, at) && !at.startsWith(join(library, 'sites') + sep))
      throw invalid('folder-inside-library', folder)
  }

  return {
    get,
    /** Errors as in the contract. */
    async create(name: string, config: TargetConfig): Promise<Target> {
      const { folder, owner } = await checkFolder(config.folder, null)
      const checked = { ...config, folder }
      if (owner === null) return get(repository.insert(randomUUID(), name, checked, clock.now()))
      const known = repository.findForgotten(owner)
      if (known === undefined) throw invalid('folder-not-empty', 'another library publishes there')
      repository.update(known, name, checked)
      return get(known)
    },
    /** Errors as in the contract. REFUSED `busy` when another folder is given while a job works on the target. */
    async update(id: TargetId, name: string, config: TargetConfig): Promise<Target> {
      const before = get(id)
      if (resolve(config.folder) === before.config.folder) repository.update(id, name, before.config)
      else {
        if (jobs.busy(queueOf(id))) throw refused('busy')
        const { folder, owner } = await checkFolder(config.folder, id)
        // A folder that was moved by hand is still this target's.
        if (owner !== null && owner !== repository.facts(id)?.uid)
          throw invalid('folder-not-empty', 'another target publishes there')
        repository.update(id, name, { ...config, folder })
      }
      return get(id)
    },
    /** REFUSED `busy` | `has-schedules`. */
    delete(id: TargetId): void {
      get(id)
      if (jobs.busy(queueOf(id))) throw refused('busy')
      if (schedules.ofTarget(id) > 0) throw refused('has-schedules')
      repository.forget(id, clock.now())
    },
  }
}

/** The real path of what exists of it, with the rest behind. */
async function realPathOf(path: string): Promise<string> {
  if (existsSync(path)) return realpath(path)
  const parent = dirname(path)
  return parent === path ? path : join(await realPathOf(parent), path.slice(parent.length))
}

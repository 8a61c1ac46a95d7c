import type { Database } from 'better-sqlite3'
import type { PublishPlan } from '#shared/contract/publishing.ts'
import { PermanentError } from '../jobs/job-handler.ts'
import { contentHash } from '../site/content-hash.ts'
import { openSite, openSiteIndex, type SiteChange, type SiteFile, type SitePaths } from '../site/site.ts'
import type { DeployOperation, DeployOperations, PlannedFiles } from './deploy-messages.ts'
import {
  compare,
  createManifest,
  type Difference,
  type Manifest,
  type ManifestChange,
  readManifest,
} from './manifest.ts'
import type { TargetFacts, TargetKind } from './targets/target.ts'
import { bytesOf } from './write-share.ts'

/** A plan makes up to this many files to say how large they are; beyond that it goes by those it knows. */
const mostMeasured = 60
const mostListed = 500
/** Losing more than half of a site of at least this many files is not done without being asked for. */
const smallestSite = 40

export type DeployWork = {
  [Name in DeployOperation]: (
    request: DeployOperations[Name]['request'],
    tools: { checkpoint(): void; progress(done: number, total: number, step: string): void },
  ) => DeployOperations[Name]['result'] | Promise<DeployOperations[Name]['result']>
}

export const siteFingerprint = (files: readonly SiteFile[]): string =>
  contentHash(files.map(({ path, key }) => `${path} ${key}`).join('\n'))

/** What the deploy worker does, on its own connection to the library. */
export function createDeployWork({
  db,
  paths,
  kindOf,
  changeOf,
}: {
  db: Database
  paths: SitePaths
  kindOf(target: TargetFacts): TargetKind
  /** Tells the writer of files which change is under way. */
  changeOf: { current: SiteChange }
}): DeployWork {
  /** Manifests as last read; one at a time is plenty. */
  let cached: { target: number; version: number; manifest: Manifest } | undefined
  const index = openSiteIndex(db)
  let applied: { target: number; root: string; change: ManifestChange } | undefined

  function manifestOf({ id }: TargetFacts, version: number): Manifest {
    if (cached?.target !== id || cached.version !== version)
      cached = { target: id, version, manifest: readManifest(db, id) }
    return cached.manifest
  }

  /** Reads the library as it is at one moment, whatever is saved meanwhile. */
  async function atOneMoment<T>(work: () => T | Promise<T>): Promise<T> {
    db.exec('BEGIN')
    try {
      return await work()
    } finally {
      db.exec('COMMIT')
    }
  }

  /** What is really there: nothing that the library records, when somebody else changed the target since. */
  const believed = (target: TargetFacts, version: number): Manifest =>
    kindOf(target).current(target) === target.root ? manifestOf(target, version) : createManifest()

  return {
    plan: ({ target, manifestVersion, change }) =>
      atOneMoment((): PlannedFiles => {
        const site = openSite(db, paths, change, index)
        const files = site.files()
        const manifest = believed(target, manifestVersion)
        const difference = compare(manifest, files)
        const before = openSite(db, paths)
        return {
          ...sizes(files, difference, manifest),
          added: difference.added,
          changed: difference.changed,
          removed: difference.removed.length,
          unchanged: difference.unchanged,
          paths: [
            ...change.publish.map(({ articleId }) => [articleId, site.pathOf(articleId) ?? ''] as const),
            ...change.withdraw.map((id) => [id, before.pathOf(id) ?? ''] as const),
          ].map(([id, path]) => [id, path]),
          massRemoval: isMassRemoval(manifest, difference),
        }
      }),

    deploy: ({ target, manifestVersion, root, change, allowMassRemoval }, { checkpoint, progress }) =>
      atOneMoment(async () => {
        changeOf.current = change
        const manifest = manifestOf(target, manifestVersion)
        const files = openSite(db, paths, change, index).files()
        const difference = compare(manifest, files)
        if (!allowMassRemoval && isMassRemoval(manifest, difference))
          throw new PermanentError(
            'mass-removal',
            `${difference.removed.length} of ${manifest.files.size} files`,
          )
        const result = await kindOf(target).apply({
          target,
          root,
          manifest,
          files,
          difference,
          checkpoint,
          progress,
        })
        applied = { target: target.id, root, change: result.manifest }
        return result
      }),

    recorded: ({ target, root }) => kindOf(target).recorded(target, root),
    rollBack({ target, root }) {
      kindOf(target).rollBack(target, root)
      return null
    },
    verify: ({ target, manifestVersion }, { checkpoint }) =>
      kindOf(target).verify(target, manifestOf(target, manifestVersion), checkpoint),

    confirmed({ target, manifestVersion, root, unused }) {
      if (applied?.root === root && cached?.target === target.id && cached.version === manifestVersion - 1) {
        cached.manifest.apply(applied.change)
        cached.version = manifestVersion
      }
      applied = undefined
      kindOf(target).collect(target, unused)
      return null
    },
    discard({ target, root }) {
      kindOf(target).discard(target, root)
      return null
    },
  }
}

const isMassRemoval = (manifest: Manifest, { removed }: Difference): boolean =>
  manifest.files.size >= smallestSite && removed.length * 2 > manifest.files.size

/** The files of a plan with their sizes: exact for the first ones, beyond that what the target has or their like. */
function sizes(
  files: readonly SiteFile[],
  difference: Difference,
  manifest: Manifest,
): Pick<PublishPlan, 'bytes' | 'files'> {
  const listed: PublishPlan['files'] = []
  const measured = new Map<string, { bytes: number; count: number }>()
  let bytes = 0
  for (const [position, index] of difference.send.entries()) {
    const file = files[index] as SiteFile
    const like = measured.get(file.kind) ?? { bytes: 0, count: 0 }
    let size: number
    if (position < mostMeasured || like.count === 0) {
      size = bytesOf(file).length
      measured.set(file.kind, { bytes: like.bytes + size, count: like.count + 1 })
    } else size = manifest.files.get(file.path)?.bytes || Math.round(like.bytes / like.count)
    bytes += size
    if (listed.length < mostListed)
      listed.push({ path: file.path, action: manifest.files.has(file.path) ? 'change' : 'add', bytes: size })
  }
  for (const path of difference.removed.slice(0, mostListed - listed.length))
    listed.push({ path, action: 'remove', bytes: 0 })
  return { bytes, files: listed }
}

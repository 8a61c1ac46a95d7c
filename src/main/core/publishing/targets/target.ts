import type { TargetConfig } from '#shared/contract/publishing.ts'
import type { TargetId } from '#shared/model/ids.ts'
import type { SiteFile } from '../../site/site-file.ts'
import type { Difference, Manifest, ManifestChange } from '../manifest.ts'

/** What a worker is told of the target it works on. */
export interface TargetFacts {
  id: TargetId
  uid: string
  config: TargetConfig
  /** Name of the version that is there according to the library; null: none yet. */
  root: string | null
}

export interface ApplyContext {
  target: TargetFacts
  /** Name of the new version, made up for this deploy. */
  root: string
  manifest: Manifest
  /** Every file of the site, and which of them differ from the manifest. */
  files: readonly SiteFile[]
  difference: Difference
  /** @throws when the deploy is to stop. */
  checkpoint(): void
  progress(done: number, total: number, step: string): void
}

export interface Applied {
  manifest: ManifestChange
  added: number
  changed: number
  removed: number
  /** How many the site has. */
  files: number
  /** How much was written. */
  bytes: number
}

/** A directory as only versions had it that are not kept any more. */
export interface UnusedTree {
  directory: string
  tree: string
}

export interface Verification {
  missing: string[]
  /** With other bytes than were sent. */
  changed: string[]
  extra: string[]
}

/** A kind of place that a site is published to. All of it runs in the deploy worker. */
export interface TargetKind {
  /** Name of the version that is there now; null when there is none. @throws PermanentError when it is not ours. */
  current(target: TargetFacts): string | null
  /** Makes the new version and puts it in place; when it throws, the old version is untouched. */
  apply(context: ApplyContext): Promise<Applied>
  /** The change that a version which is in place already was recorded with; for a crash between switch and commit. */
  recorded(target: TargetFacts, root: string): Applied | null
  verify(target: TargetFacts, manifest: Manifest, checkpoint: () => void): Verification
  /** Puts a version that was kept back in place. @throws PermanentError `version-gone` when somebody took parts of it away. */
  rollBack(target: TargetFacts, root: string): void
  /** Takes away versions, or parts of them, that nothing refers to any more, and prepares for the next deploy. */
  collect(target: TargetFacts, unused: readonly UnusedTree[]): void
  /** Takes away what a deploy that did not come through has left. */
  discard(target: TargetFacts, root: string): void
}

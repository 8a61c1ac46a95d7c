import type { PublishPlan } from '#shared/contract/publishing.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { SiteChange, SitePaths } from '../site/site-file.ts'
import type { Applied, TargetFacts, UnusedTree, Verification } from './targets/target.ts'
import type { Written } from './write-share.ts'

export type { SitePaths as DeployWorkerData }

interface OnTarget {
  target: TargetFacts
  /** Counts the changes of the target's manifest in this process; the worker's copy of it may be of an older one. */
  manifestVersion: number
}

export interface DeployRequest extends OnTarget {
  root: string
  change: SiteChange
  allowMassRemoval: boolean
}

export interface PlannedFiles {
  added: number
  changed: number
  removed: number
  unchanged: number
  bytes: number
  files: PublishPlan['files']
  /** Where the articles of the change are, or were, on the site. */
  paths: [ArticleId, string][]
  massRemoval: boolean
}

/** What the main thread asks of the deploy worker, and the answers. */
export interface DeployOperations {
  plan: { request: OnTarget & { change: SiteChange }; result: PlannedFiles }
  deploy: { request: DeployRequest; result: Applied }
  /** The outcome of a deploy that is in place already; null when it is not. */
  recorded: { request: OnTarget & { root: string }; result: Applied | null }
  rollBack: { request: OnTarget & { root: string }; result: null }
  verify: { request: OnTarget; result: Verification }
  /** The last deploy is recorded: take away what nothing needs any more. */
  confirmed: { request: OnTarget & { root: string; unused: UnusedTree[] }; result: null }
  discard: { request: OnTarget & { root: string }; result: null }
}
export type DeployOperation = keyof DeployOperations

export type ToDeployWorker = {
  [Name in DeployOperation]: {
    id: number
    operation: Name
    request: DeployOperations[Name]['request']
    /** Set to 1 to make it stop. */
    cancel: Int32Array
  }
}[DeployOperation]

export interface WorkerError {
  kind: 'retryable' | 'permanent' | 'stopped' | 'declared' | 'other'
  /** Key of the reason, or the system's code. */
  code: string
  data?: unknown
  message: string
  stack?: string
}

export type FromDeployWorker =
  | { id: number; type: 'progress'; done: number; total: number; step: string }
  | { id: number; type: 'result'; result: unknown }
  | { id: number; type: 'error'; error: WorkerError }
  /** Asks for a second worker at the other end of the port. */
  | { type: 'helper'; port: import('node:worker_threads').MessagePort }

/** What the deploy worker asks of the second one: to make some of the files. */
export interface ShareRequest {
  change: SiteChange
  /** Hash of all paths and keys: both see the same site. */
  fingerprint: string
  send: number[]
  counter: Int32Array
  cancel: Int32Array
  places: ReadonlyMap<string, string>
}
export type ShareAnswer =
  | { type: 'written'; written: Written[] }
  /** It sees another site, and has taken nothing. */
  | { type: 'differs' }
  | { type: 'error'; error: WorkerError }

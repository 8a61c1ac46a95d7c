import type { Database } from 'better-sqlite3'
import type { ArticleId, DeployId } from '#shared/model/ids.ts'
import type { ArticlePublicationService } from '../articles/article-publication.service.ts'
import { refused } from '../errors.ts'
import { type JobHandler, PermanentError } from '../jobs/job-handler.ts'
import type { Clock } from '../platform.ts'
import { confirmSiteChange, type SiteChange } from '../site/site.ts'
import type { DeployArticle, DeployRepository, DeployRow } from './deploy.repository.ts'
import type { DeployWorker } from './deploy-worker.ts'
import type { ManifestRepository } from './manifest.repository.ts'
import type { PublishableRepository } from './publishable.repository.ts'
import type { TargetRepository } from './target.repository.ts'
import type { Applied, UnusedTree } from './targets/target.ts'

/** So many versions can be put back. */
const keptDeploys = 10

export interface DeployPayload {
  deployId: DeployId
  allowMassRemoval: boolean
}

export interface DeployDependencies {
  db: Database
  deploys: DeployRepository
  manifests: ManifestRepository
  targets: TargetRepository
  publishable: PublishableRepository
  worker: DeployWorker
  publication: ArticlePublicationService
  clock: Clock
  onError(error: unknown): void
}

/** Finds what a job works on. @throws PermanentError when it is gone. */
export function findWork({ deploys, targets }: DeployDependencies, id: DeployId) {
  const deploy = deploys.find(id)
  const target = deploy && targets.facts(deploy.target_id)
  if (!deploy || !target) throw new PermanentError('target-gone', `deploy ${id}`)
  return { deploy, target }
}

/** Records in one transaction with the job what has come to be at the target. Answers the trees it frees. */
export function recordDeploy(
  dependencies: DeployDependencies,
  deploy: DeployRow,
  articles: readonly DeployArticle[],
  applied: Applied,
): UnusedTree[] {
  const { deploys, manifests, targets, publication, clock } = dependencies
  const first = targets.facts(deploy.target_id)?.currentDeploy === null
  manifests.apply(deploy.target_id, deploy.id, applied.manifest, first)
  deploys.setArticles(deploy.id, articles)
  deploys.keepPrevious(deploy.id)
  for (const change of changesOf(articles, deploy.at)) confirmSiteChange(dependencies.db, change)
  for (const { articleId, revisionId, version, at } of articles)
    deploys.setLive(articleId, revisionId && version && at ? { revisionId, version, at } : null)
  publication.apply({
    published: articles.flatMap(({ articleId, version }) =>
      version === null ? [] : [{ id: articleId, version }],
    ),
    withdrawn: articles.flatMap(({ articleId, version }) => (version === null ? [articleId] : [])),
    now: deploy.at,
  })
  deploys.succeed(deploy, applied, clock.now())
  const oldest = deploys.keepNewest(deploy.target_id, keptDeploys)
  return oldest === undefined ? [] : manifests.forgetBefore(deploy.target_id, oldest)
}

/** One change for each moment of publication; a rollback brings back articles of several. */
function changesOf(articles: readonly DeployArticle[], now: number): SiteChange[] {
  const moments = new Map<number, { publish: SiteChange['publish'][number][]; withdraw: ArticleId[] }>()
  const at = (moment: number) => {
    const known = moments.get(moment) ?? { publish: [], withdraw: [] }
    moments.set(moment, known)
    return known
  }
  for (const { articleId, revisionId, at: moment } of articles)
    if (revisionId !== null && moment !== null) at(moment).publish.push({ articleId, revisionId })
    else at(now).withdraw.push(articleId)
  return [...moments].map(([moment, change]) => ({ ...change, now: moment }))
}

/** Runs after the commit: what it takes away or prepares is not part of the deploy. */
export function tidyAfter(dependencies: DeployDependencies, deploy: DeployRow, unused: UnusedTree[]): void {
  const { targets, manifests, worker, onError } = dependencies
  queueMicrotask(() => {
    const target = targets.facts(deploy.target_id)
    if (!target) return
    const manifestVersion = manifests.version(target.id)
    worker.run('confirmed', { target, manifestVersion, root: deploy.root, unused }).catch(onError)
  })
}

/** Brings a target from the version that the library has recorded to the one that was confirmed. */
export function createDeployHandler(dependencies: DeployDependencies): JobHandler<DeployPayload> {
  const { deploys, manifests, targets, publishable, worker, onError } = dependencies
  return {
    async run({ deployId, allowMassRemoval }, { signal, progress, log, checkpoint }) {
      const { deploy, target } = findWork(dependencies, deployId)
      const articles = deploys.articles(deployId).filter(({ articleId, title }) => {
        const article = publishable.find(articleId)
        if (article && !article.trashed) return true
        log('warn', 'left-out', { title })
        return false
      })
      const onTarget = { target, manifestVersion: manifests.version(target.id), root: deploy.root }
      let applied = await worker.run('recorded', onTarget)
      if (applied) log('info', 'in-place')
      else {
        checkpoint()
        const change = changesOf(articles, deploy.at)[0] ?? { publish: [], withdraw: [], now: deploy.at }
        applied = await worker.run(
          'deploy',
          { ...onTarget, change, allowMassRemoval },
          { signal, progress: (done, total, step) => progress({ done, total, step }) },
        )
      }
      const done = applied
      const { added, changed, removed, files, bytes } = done
      return {
        result: { deployId, added, changed, removed, files, bytes },
        commit() {
          const unused = recordDeploy(dependencies, deploy, articles, done)
          log('info', 'written', { added, changed, removed, files })
          tidyAfter(dependencies, deploy, unused)
        },
      }
    },
    ended({ deployId }, state) {
      const deploy = deploys.find(deployId)
      if (!deploy) return
      deploys.setState(deployId, state, dependencies.clock.now())
      const target = targets.facts(deploy.target_id)
      if (!target) return
      worker
        .run('discard', { target, manifestVersion: manifests.version(target.id), root: deploy.root })
        .catch(onError)
    },
    revived({ deployId }) {
      const { deploy } = findWork(dependencies, deployId)
      if (deploys.isSuperseded(deploy)) throw refused('superseded')
      deploys.setState(deployId, 'applying', null)
    },
  }
}

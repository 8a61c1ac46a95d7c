import type { DeployId } from '#shared/model/ids.ts'
import { refused } from '../errors.ts'
import { type JobHandler, PermanentError } from '../jobs/job-handler.ts'
import { type DeployDependencies, findWork, recordDeploy, tidyAfter } from './deploy.handler.ts'
import type { DeployArticle } from './deploy.repository.ts'
import type { Applied } from './targets/target.ts'

export interface RollbackPayload {
  deployId: DeployId
}

/**
 * Puts an earlier version back. What is live goes back with it: each article that was deployed since is again in the
 * revision that the earlier version shows, and counts as changed where the editor has gone on; one that was not on
 * the site then is withdrawn. Drafts stay as they are. Settings, categories and themes are not part of a version: where
 * they differ by now, the next plan says so.
 */
export function createRollbackHandler(dependencies: DeployDependencies): JobHandler<RollbackPayload> {
  const { deploys, manifests, publishable, worker, clock } = dependencies
  return {
    async run({ deployId }, { log, checkpoint, progress }) {
      const { deploy, target } = findWork(dependencies, deployId)
      const restored = deploy.restored === null ? undefined : deploys.find(deploy.restored)
      if (!restored?.kept) throw new PermanentError('version-gone', `deploy ${deploy.restored}`)
      checkpoint()
      progress({ done: 0, total: 1, step: 'switching' })
      await worker.run('rollBack', {
        target,
        manifestVersion: manifests.version(target.id),
        root: deploy.root,
      })
      progress({ done: 1, total: 1, step: 'switching' })
      return {
        result: { deployId, restored: restored.id },
        commit() {
          const articles = deploys.before(target.id, restored.id).flatMap((before): DeployArticle[] => {
            const { articleId, title } = before
            const live = deploys.live(articleId)
            const article = publishable.find(articleId)
            if ((live?.revisionId ?? null) === before.revisionId) return []
            if (before.revisionId !== null && (!article || article.trashed)) {
              log('warn', 'not-restored', { title })
              return []
            }
            if (!article) return []
            const action = before.revisionId === null ? 'withdraw' : live ? 'update' : 'publish'
            return [{ ...before, action }]
          })
          const manifest = manifests.changeBackTo(target.id, restored.id)
          const isFile = (path: string) => !path.endsWith('/')
          const removed = manifest.remove.filter(isFile).length
          const applied: Applied = {
            manifest,
            added: 0,
            changed: manifest.put.filter(({ path }) => isFile(path)).length,
            removed,
            files: restored.files,
            bytes: 0,
          }
          const unused = recordDeploy(dependencies, deploy, articles, applied)
          tidyAfter(dependencies, deploy, unused)
        },
      }
    },
    ended: ({ deployId }, state) => void deploys.setState(deployId, state, clock.now()),
    revived({ deployId }) {
      const { deploy } = findWork(dependencies, deployId)
      if (deploys.isSuperseded(deploy)) throw refused('superseded')
      deploys.setState(deployId, 'applying', null)
    },
  }
}

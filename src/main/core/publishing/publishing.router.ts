import { implement } from '@orpc/server'
import {
  publishing as publishingContract,
  server as serverContract,
  targets as targetsContract,
} from '#shared/contract/publishing.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Events } from '../events.ts'
import type { SiteServer } from '../server/site-server.service.ts'
import type { PublishingService } from './publishing.service.ts'
import type { ScheduleService } from './schedule.service.ts'
import type { TargetRepository } from './target.repository.ts'
import type { TargetService } from './target.service.ts'

export function createTargetsRouter(targets: TargetService, repository: TargetRepository) {
  const os = implement(targetsContract)
  return os.router({
    list: os.list.handler(() => repository.list()),
    create: os.create.handler(({ input }) => targets.create(input.name, input.config)),
    update: os.update.handler(({ input }) => targets.update(input.id, input.name, input.config)),
    delete: os.delete.handler(({ input }) => targets.delete(input.id)),
  })
}

export function createPublishingRouter(
  publishing: PublishingService,
  schedules: ScheduleService,
  address: (id: ArticleId) => { path: string | null; url: string | null },
) {
  const os = implement(publishingContract)
  return os.router({
    plan: os.plan.handler(({ input }) => publishing.plan(input.targetId, input.request)),
    publish: os.publish.handler(({ input }) =>
      publishing.publish(input.targetId, input.request, input.confirmation, input.allowMassRemoval),
    ),
    schedule: os.schedule.handler(async ({ input }) => {
      await publishing.requireChecked([input.articleId])
      return schedules.schedule(input.articleId, input.baseVersion, input.targetId, input.at)
    }),
    unschedule: os.unschedule.handler(({ input }) => schedules.unschedule(input.articleId)),
    deploys: os.deploys.handler(({ input }) => publishing.deploys(input.targetId, input.limit)),
    rollBack: os.rollBack.handler(({ input }) => publishing.rollBack(input.deployId)),
    verify: os.verify.handler(({ input }) => publishing.verify(input.targetId)),
    address: os.address.handler(({ input }) => address(input.articleId)),
  })
}

export function createServerRouter(server: SiteServer, events: Events) {
  const os = implement(serverContract)
  return os.router({
    start: os.start.handler(({ input }) => server.start(input.targetId, input.port)),
    stop: os.stop.handler(() => server.stop()),
    status: os.status.handler(() => server.status()),
    changed: os.changed.handler(async function* ({ signal }) {
      yield* events.subscribe('server.changed', { signal })
    }),
  })
}

import { implement } from '@orpc/server'
import { categories as contract } from '#shared/contract/categories.ts'
import type { Events } from '../events.ts'
import type { CategoryService } from './category.service.ts'

export function createCategoriesRouter(categories: CategoryService, events: Events) {
  const os = implement(contract)
  return os.router({
    list: os.list.handler(() => categories.list()),
    create: os.create.handler(({ input }) => categories.create(input)),
    update: os.update.handler(({ input: { id, ...changes } }) => categories.update(id, changes)),
    move: os.move.handler(({ input }) => categories.move(input.id, input.parentId, input.position)),
    merge: os.merge.handler(({ input }) => categories.merge(input.id, input.intoId)),
    delete: os.delete.handler(({ input }) => categories.delete(input.id, input.reassignTo)),
    changed: os.changed.handler(({ signal }) => events.subscribe('categories.changed', { signal })),
  })
}

import { implement } from '@orpc/server'
import { bylines, tags } from '#shared/contract/labels.ts'
import type { BylineId, TagId } from '#shared/model/ids.ts'
import type { LabelService } from './label.service.ts'

export function createTagsRouter(labels: LabelService) {
  const os = implement(tags)
  const brand = <T extends { id: number }>(row: T) => ({ ...row, id: row.id as TagId })
  return os.router({
    list: os.list.handler(({ input }) => labels.list(input.query, input.limit).map(brand)),
    rename: os.rename.handler(({ input }) => brand(labels.rename(input.id, input.name))),
    merge: os.merge.handler(({ input }) => labels.merge(input.id, input.intoId)),
    delete: os.delete.handler(({ input }) => labels.delete(input.id)),
  })
}

export function createBylinesRouter(labels: LabelService) {
  const os = implement(bylines)
  const brand = <T extends { id: number }>(row: T) => ({ ...row, id: row.id as BylineId })
  return os.router({
    list: os.list.handler(({ input }) => labels.list(input.query, input.limit).map(brand)),
    rename: os.rename.handler(({ input }) => brand(labels.rename(input.id, input.name))),
    merge: os.merge.handler(({ input }) => labels.merge(input.id, input.intoId)),
    delete: os.delete.handler(({ input }) => labels.delete(input.id)),
  })
}

import { implement } from '@orpc/server'
import { replacing as contract } from '#shared/contract/replacing.ts'
import type { ReplaceService } from './replace.service.ts'

export function createReplacingRouter(replacing: ReplaceService) {
  const os = implement(contract)
  return os.router({
    find: os.find.handler(({ input: { query, replacement, filter, ...options }, signal }) =>
      replacing.find({ query, replacement, options }, filter, signal),
    ),
    apply: os.apply.handler(({ input, signal }) => replacing.apply(input.articles, signal)),
    undo: os.undo.handler(({ input }) => replacing.undo(input.batchId)),
  })
}

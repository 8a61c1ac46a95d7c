import { implement } from '@orpc/server'
import { bundles as contract } from '#shared/contract/bundles.ts'
import type { BundleService } from './bundle.service.ts'

export function createBundlesRouter(bundles: BundleService) {
  const os = implement(contract)
  return os.router({
    export: os.export.handler(({ input }) => bundles.export(input.articleId)),
    inspect: os.inspect.handler(({ input }) => bundles.inspect(input.file)),
    merge: os.merge.handler(({ input }) => bundles.merge(input.file, input)),
  })
}

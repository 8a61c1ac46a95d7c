import { implement } from '@orpc/server'
import { importing as contract } from '#shared/contract/importing.ts'
import type { ImportService } from './import.service.ts'

export function createImportRouter(imports: ImportService) {
  const os = implement(contract)
  return os.router({
    inspect: os.inspect.handler(({ input }) => imports.inspect(input.files)),
    commit: os.commit.handler(({ input, signal }) => imports.commit(input.batchId, input.items, signal)),
    discard: os.discard.handler(({ input }) => imports.discard(input.batchId)),
  })
}

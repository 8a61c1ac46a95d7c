import { implement } from '@orpc/server'
import { library as contract } from '#shared/contract/library.ts'
import type { LibraryService } from './library.service.ts'

export function createLibraryRouter(
  library: LibraryService,
  loadSample: () => Promise<{ articles: number }>,
) {
  const os = implement(contract)
  return os.router({
    info: os.info.handler(() => library.info()),
    loadSample: os.loadSample.handler(() => loadSample()),
    check: os.check.handler(() => library.check()),
    backup: os.backup.handler(({ input }) => library.backup(input.to)),
    backups: os.backups.handler(() => library.backups()),
  })
}

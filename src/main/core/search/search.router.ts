import { implement } from '@orpc/server'
import { search as contract } from '#shared/contract/search.ts'
import type { SearchService } from './search.service.ts'

export function createSearchRouter(search: SearchService) {
  const os = implement(contract)
  return os.router({ query: os.query.handler(({ input }) => search.query(input)) })
}

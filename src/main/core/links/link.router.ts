import { implement } from '@orpc/server'
import { links as contract } from '#shared/contract/links.ts'
import type { SearchService } from '../search/search.service.ts'
import type { LinkRepository } from './link.repository.ts'

export function createLinksRouter(repository: LinkRepository, search: SearchService) {
  const os = implement(contract)
  return os.router({
    find: os.find.handler(async ({ input: { text, limit } }) => {
      if (text.trim() === '') return repository.latest(limit)
      const { hits } = await search.query({ text, rank: 'newest', filter: {}, offset: 0, limit })
      return repository.byIds(hits.map(({ article }) => article.id))
    }),
    resolve: os.resolve.handler(({ input }) => repository.byUids(input.uids)),
    backlinks: os.backlinks.handler(({ input }) => repository.backlinks(input.articleId)),
  })
}

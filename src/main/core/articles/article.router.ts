import { implement } from '@orpc/server'
import { articles as contract } from '#shared/contract/articles.ts'
import type { Events } from '../events.ts'
import type { ArticleService } from './article.service.ts'
import type { ArticleBulkService } from './article-bulk.service.ts'
import type { ArticleListRepository } from './article-list.repository.ts'
import type { ArticleReviewService } from './article-review.service.ts'

export function createArticlesRouter({
  articles,
  bulk,
  reviews,
  lists,
  events,
}: {
  articles: ArticleService
  bulk: ArticleBulkService
  reviews: ArticleReviewService
  lists: ArticleListRepository
  events: Events
}) {
  const os = implement(contract)
  return os.router({
    list: os.list.handler(({ input }) => {
      const { total, ids } = lists.page(input.filter, input.sort, input.offset, input.limit)
      return { total, items: articles.summaries(ids) }
    }),
    counts: os.counts.handler(() => lists.counts()),
    get: os.get.handler(({ input }) => articles.get(input.id)),
    getSaved: os.getSaved.handler(({ input }) => articles.saved(input.id)),
    create: os.create.handler(({ input }) => articles.create(input)),
    duplicate: os.duplicate.handler(({ input }) => articles.duplicate(input.id, input.title)),
    save: os.save.handler(({ input }) => articles.save(input.id, input.baseVersion, input.changes)),
    setState: os.setState.handler(({ input }) => reviews.setState(input.id, input.baseVersion, input.state)),
    suggestSlug: os.suggestSlug.handler(({ input }) => ({
      slug: articles.suggestSlug(input.title, input.id),
    })),
    categorize: os.categorize.handler(({ input }) => bulk.categorize(input.ids, input.categoryId)),
    addTags: os.addTags.handler(({ input }) => bulk.addTags(input.ids, input.tags)),
    trash: os.trash.handler(({ input }) => bulk.trash(input.ids)),
    restore: os.restore.handler(({ input }) => bulk.restore(input.ids)),
    deleteForever: os.deleteForever.handler(({ input }) => bulk.deleteForever(input.ids)),
    emptyTrash: os.emptyTrash.handler(() => bulk.emptyTrash()),
    changed: os.changed.handler(({ signal }) => events.subscribe('articles.changed', { signal })),
  })
}

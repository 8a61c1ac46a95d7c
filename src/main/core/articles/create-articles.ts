import type { ArticleId } from '#shared/model/ids.ts'
import { createArticleRepository } from './article.repository.ts'
import { createArticleService } from './article.service.ts'
import { createArticleBulkService } from './article-bulk.service.ts'
import { createArticleConditions } from './article-filter.ts'
import { createArticleListRepository } from './article-list.repository.ts'
import { createArticlePublicationService } from './article-publication.service.ts'
import { createArticleReviewService } from './article-review.service.ts'

type Dependencies = Omit<Parameters<typeof createArticleService>[0], 'repository' | 'book'> &
  Pick<Parameters<typeof createArticleReviewService>[0], 'book'>

/** The feature put together: one article, many at once, their reviews, their way to the site, and lists of them. */
export function createArticles(dependencies: Dependencies) {
  const { db, tags, bylines, index, book, announce, clock } = dependencies
  const repository = createArticleRepository(db)
  const articles = createArticleService({ ...dependencies, repository })
  const { approvalFallsAway } = articles
  const conditionsOf = createArticleConditions(db)
  return {
    articles,
    hasArticle: (id: ArticleId) => repository.find(id) !== undefined,
    articleBulk: createArticleBulkService({
      db,
      repository,
      tags,
      bylines,
      index,
      approvalFallsAway,
      announce,
      clock,
    }),
    articleReviews: createArticleReviewService({ db, articles, book }),
    articlePublication: createArticlePublicationService({ db, repository, announce, articles }),
    articleLists: createArticleListRepository(db, conditionsOf),
    conditionsOf,
  }
}

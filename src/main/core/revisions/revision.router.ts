import { implement } from '@orpc/server'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { revisions as contract, type RevisionSummary } from '#shared/contract/revisions.ts'
import type { RevisionId } from '#shared/model/ids.ts'
import type { ArticleService } from '../articles/article.service.ts'
import { notFound } from '../errors.ts'
import type { RevisionRepository } from './revision.repository.ts'

export function createRevisionsRouter(repository: RevisionRepository, articles: ArticleService) {
  const os = implement(contract)
  const get = (id: RevisionId) => {
    const revision = repository.find(id)
    const content: ArticleContent | undefined = revision && repository.content(id)
    if (!revision || !content) throw notFound('revision', id)
    return { ...revision, content }
  }
  return os.router({
    list: os.list.handler(({ input }) =>
      repository.page(input.articleId, input.query, input.offset, input.limit),
    ),
    get: os.get.handler(({ input }) => get(input.id)),
    restore: os.restore.handler(({ input }) => {
      const { articleId, content } = get(input.id)
      return articles.replaceContent(articleId, input.baseVersion, content)
    }),
    keep: os.keep.handler(({ input }) =>
      articles.keepRevision(input.articleId, input.reason, { name: input.name }),
    ),
    rename: os.rename.handler(({ input }) => {
      if (!repository.find(input.id)) throw notFound('revision', input.id)
      repository.rename(input.id, input.name)
      return repository.find(input.id) as RevisionSummary
    }),
    keepConflict: os.keepConflict.handler(({ input }) =>
      articles.keepRevision(input.articleId, 'conflict', { content: input.content }),
    ),
  })
}

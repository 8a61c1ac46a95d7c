import type { ArticleContent } from '#shared/contract/articles.ts'
import type { RevisionReason, RevisionSummary } from '#shared/contract/revisions.ts'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'
import type { Clock } from '../platform.ts'
import type { RevisionRepository } from './revision.repository.ts'
import { thinned } from './thinned.ts'

/** While one goes on editing, the state before it is kept this often. */
const autosaveInterval = 5 * 60_000

export interface Revisable {
  id: ArticleId
  version: number
  characters: number
  content(): ArticleContent
}

export interface RevisionLabels {
  name?: string
  author?: string
}

export type RevisionHistory = ReturnType<typeof createRevisionHistory>

/** Writes revisions; to be called inside the transaction that changes the article. */
export function createRevisionHistory(repository: RevisionRepository, clock: Clock) {
  function keep(
    article: Revisable,
    reason: RevisionReason,
    { name = '', author = '' }: RevisionLabels = {},
  ): RevisionSummary {
    const content = article.content()
    const now = clock.now()
    const id = repository.insert(
      {
        articleId: article.id,
        articleVersion: article.version,
        reason,
        title: content.title,
        name,
        author,
        characters: article.characters,
        createdAt: now,
      },
      content,
    )
    for (const revision of thinned(repository.list(article.id), now)) repository.delete(revision.id)
    return repository.find(id) as RevisionSummary
  }

  return {
    keep,
    /** Keeps what is to be published, ten thousand at a time if need be: as bytes, and nothing is thinned. */
    keepPublished(article: Omit<Revisable, 'content'> & { title: string }, content: Buffer): RevisionId {
      const { id, version, characters, title } = article
      const createdAt = clock.now()
      return repository.insert(
        {
          articleId: id,
          articleVersion: version,
          reason: 'published',
          title,
          name: '',
          author: '',
          characters,
          createdAt,
        },
        content,
      )
    },
    /** Keeps the state before an autosave, where none was kept in the last minutes and it isn't kept already. */
    beforeSave(article: Revisable): void {
      const newest = repository.newest(article.id)
      if (newest && clock.now() - newest.createdAt < autosaveInterval) return
      if (newest?.articleVersion === article.version) return
      // A new article that has nothing in it yet.
      if (article.version === 1 && article.characters === 0) return
      keep(article, 'autosave')
    },
  }
}

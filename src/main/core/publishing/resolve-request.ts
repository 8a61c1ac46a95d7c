import { hash } from 'node:crypto'
import type { PublishPlan, PublishRequest } from '#shared/contract/publishing.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { notFound, refused } from '../errors.ts'
import type { Publishable, PublishableRepository } from './publishable.repository.ts'

export interface Resolved {
  publish: Publishable[]
  withdraw: Publishable[]
}

export const actionOf = (article: Publishable): 'publish' | 'update' => (article.live ? 'update' : 'publish')

/**
 * Which articles a request means now. One that is on the site as it stands is left out: its page follows by itself.
 *
 * @throws NOT_FOUND; REFUSED `trashed` for an article in the trash.
 */
export function resolveRequest(
  request: PublishRequest,
  repository: PublishableRepository,
  now: number,
): Resolved {
  const named = (ids: readonly ArticleId[]) =>
    [...new Set(ids)]
      .sort((a, b) => a - b)
      .map((id) => {
        const article = repository.find(id)
        if (!article) throw notFound('article', id)
        return article
      })
  switch (request.kind) {
    case 'articles': {
      const articles = named(request.ids)
      const trashed = articles.find((article) => article.trashed)
      if (trashed) throw refused('trashed', trashed.title)
      const isCurrent = (article: Publishable) =>
        article.live === 1 &&
        article.state === 'published' &&
        (article.confirmed ?? 0) >= article.contentVersion
      return { publish: articles.filter((article) => !isCurrent(article)), withdraw: [] }
    }
    case 'withdraw':
      return { publish: [], withdraw: named(request.ids).filter((article) => article.live) }
    case 'changed':
      return { publish: repository.changed(now), withdraw: [] }
    case 'everything':
      return { publish: repository.unpublished(), withdraw: [] }
    case 'site':
      return { publish: [], withdraw: [] }
  }
}

/** Stands for what a plan has shown: which articles with which content, onto what, under which settings. */
export function confirmationOf(
  targetId: number,
  currentDeploy: number | null,
  request: PublishRequest,
  { publish, withdraw }: Resolved,
  settings: string,
): string {
  const articles = publish.map(({ id, contentVersion, live }) => [id, contentVersion, live])
  const shown = [targetId, currentDeploy, request, articles, withdraw.map(({ id }) => id), settings]
  return hash('sha256', JSON.stringify(shown), 'hex')
}

/** Taking this many from a site is not done by the way. */
export const isMassWithdrawal = (withdrawn: number, live: number): boolean =>
  live >= 5 && withdrawn * 2 > live

/** What the editor should know before confirming. */
export function warningsOf(
  { publish, withdraw }: Resolved,
  live: number,
  rules: {
    approvedOnly: boolean
    /** Bytes that the pictures of an article may have on a phone. */
    pictureBudget: number
  },
): PublishPlan['warnings'] {
  const warnings: PublishPlan['warnings'] = []
  for (const article of publish) {
    const warn = (reason: string, count?: number) =>
      warnings.push({ reason, articleId: article.id, detail: article.title, ...(count && { count }) })
    if (rules.approvedOnly && !article.approved) warn('not-approved')
    if (article.title.trim() === '') warn('missing-title')
    if (article.characters === 0) warn('empty-body')
    if (article.categoryId === null) warn('missing-category')
    if (article.cover === null) warn('missing-cover')
    if (article.dek.trim() === '') warn('missing-dek')
    if (article.suggestions > 0) warn('open-suggestions', article.suggestions)
    if (article.comments > 0) warn('open-comments', article.comments)
    if (article.pictureBytes > rules.pictureBudget) warn('heavy-pictures')
  }
  if (isMassWithdrawal(withdraw.length, live))
    warnings.push({ reason: 'mass-removal', articleId: null, detail: `${withdraw.length} / ${live}` })
  return warnings
}

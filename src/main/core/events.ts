import { EventPublisher } from '@orpc/server'
import type { ArticleChange } from '#shared/contract/articles.ts'
import type { Job } from '#shared/contract/jobs.ts'
import type { MediaChange } from '#shared/contract/media.ts'
import type { ServerStatus } from '#shared/contract/publishing.ts'
import type { Settings } from '#shared/contract/settings.ts'
import type { ArticleId } from '#shared/model/ids.ts'

/** What is announced after a commit. Events announce; they do not orchestrate. */
export type CoreEvents = {
  'articles.changed': ArticleChange
  'categories.changed': { kind: 'changed' }
  'settings.changed': Settings
  'snippets.changed': { kind: 'changed' }
  'templates.changed': { kind: 'changed' }
  'jobs.changed': Job
  'media.changed': MediaChange
  'server.changed': ServerStatus
  'comments.changed': { articleId: ArticleId }
  'reviews.changed': { articleId: ArticleId }
  'checks.changed': { at: number }
  'analytics.changed': { at: number }
}

export type Events = EventPublisher<CoreEvents>

export const createEvents = (): Events => new EventPublisher<CoreEvents>({ maxBufferedEvents: 1000 })

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { createAnnounce } from '../../src/main/core/announce.ts'
import { createArticleRepository } from '../../src/main/core/articles/article.repository.ts'
import { type ArticleService, createArticleService } from '../../src/main/core/articles/article.service.ts'
import {
  type ArticleBulkService,
  createArticleBulkService,
} from '../../src/main/core/articles/article-bulk.service.ts'
import {
  type ArticlePublicationService,
  createArticlePublicationService,
} from '../../src/main/core/articles/article-publication.service.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'
import { openLibrary } from '../../src/main/core/database/open-library.ts'
import { createEvents, type Events } from '../../src/main/core/events.ts'
import { bylineKind, createLabelRepository, tagKind } from '../../src/main/core/labels/label.repository.ts'
import { createLabelService, type LabelService } from '../../src/main/core/labels/label.service.ts'
import { createRevisionRepository } from '../../src/main/core/revisions/revision.repository.ts'
import { createRevisionHistory } from '../../src/main/core/revisions/revision-history.ts'
import { createMergeOnSite } from '../../src/main/core/site/merged-labels.repository.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

export interface TestLibrary {
  db: BetterSqlite3.Database
  folder: string
  clock: TestClock
  events: Events
  tags: LabelService
  bylines: LabelService
  articles: ArticleService
  bulk: ArticleBulkService
  publication: ArticlePublicationService
  close(): void
}

/** The services that articles are made of, for what other features call and the contract does not show. */
export async function openTestLibrary(): Promise<TestLibrary> {
  const temporary = mkdtempSync(join(tmpdir(), 'galley-'))
  const library = await openLibrary(join(temporary, 'library'), migrations)
  const { db } = library
  const clock = createTestClock()
  const events = createEvents()
  const announce = createAnnounce(events)
  const mergeOnSite = createMergeOnSite(db)
  const label = (kind: typeof tagKind, entity: 'tag' | 'byline') =>
    createLabelService({ db, repository: createLabelRepository(db, kind), announce, entity, mergeOnSite })
  const tags = label(tagKind, 'tag')
  const bylines = label(bylineKind, 'byline')
  const repository = createArticleRepository(db)
  const index = { changed: () => {}, removed: () => {} }
  const approvals = {
    book: { contentChanged: () => false, hasApproval: () => false },
    approvalFallsAway: () => {},
  }
  const common = { db, repository, tags, bylines, index, announce, clock, ...approvals }
  const articles = createArticleService({
    ...common,
    history: createRevisionHistory(createRevisionRepository(db), clock),
    mediaUrl: () => null,
  })
  return {
    db,
    folder: library.folder,
    clock,
    events,
    tags,
    bylines,
    articles,
    bulk: createArticleBulkService(common),
    publication: createArticlePublicationService({ db, repository, articles, announce }),
    close() {
      library.close()
      rmSync(temporary, { recursive: true, force: true })
    },
  }
}

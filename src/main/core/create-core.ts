import { os } from '@orpc/server'
import type { ArticleId } from '#shared/model/ids.ts'
import { createAnalyticsRouter } from './analytics/analytics.router.ts'
import { createAnalytics } from './analytics/create-analytics.ts'
import { createAnnounce } from './announce.ts'
import { createAppRouter } from './app/app.router.ts'
import { createArticlesRouter } from './articles/article.router.ts'
import { createArticles } from './articles/create-articles.ts'
import { createBundleRepository } from './bundles/bundle.repository.ts'
import { createBundlesRouter } from './bundles/bundle.router.ts'
import { createBundleService } from './bundles/bundle.service.ts'
import { createCategoryRepository } from './categories/category.repository.ts'
import { createCategoriesRouter } from './categories/category.router.ts'
import { createCategoryService } from './categories/category.service.ts'
import { createCheckRepository } from './checks/check.repository.ts'
import { createChecksRouter } from './checks/check.router.ts'
import { createCheckService } from './checks/check.service.ts'
import { createBackgroundCheckpoints } from './database/background-checkpoints.ts'
import { migrations } from './database/migrations/index.ts'
import { openLibrary } from './database/open-library.ts'
import { createEvents } from './events.ts'
import { createExporting } from './exporting/create-exporting.ts'
import { createExportRouter } from './exporting/export.router.ts'
import { createImportRepository } from './importing/import.repository.ts'
import { createImportRouter } from './importing/import.router.ts'
import { createImportService } from './importing/import.service.ts'
import { createImportParser } from './importing/import-parser.ts'
import { createJobsRouter } from './jobs/job.router.ts'
import { createJobs } from './jobs/job.runner.ts'
import { createLabels } from './labels/create-labels.ts'
import { createBylinesRouter, createTagsRouter } from './labels/label.router.ts'
import { createLibraryRepository } from './library/library.repository.ts'
import { createLibraryRouter } from './library/library.router.ts'
import { createLibraryService } from './library/library.service.ts'
import { createSampleLoader } from './library/load-sample.ts'
import { createLinkRepository } from './links/link.repository.ts'
import { createLinksRouter } from './links/link.router.ts'
import { createMedia } from './media/create-media.ts'
import { createMediaRouter } from './media/media.router.ts'
import type { Platform } from './platform.ts'
import { createPublishing } from './publishing/create-publishing.ts'
import {
  createPublishingRouter,
  createServerRouter,
  createTargetsRouter,
} from './publishing/publishing.router.ts'
import { createViewRefresh } from './publishing/view-refresh.ts'
import { createReplaceRepository } from './replacing/replace.repository.ts'
import { createReplacingRouter } from './replacing/replace.router.ts'
import { createReplaceService } from './replacing/replace.service.ts'
import { createBundledComments } from './reviewing/bundled-comments.ts'
import { createReviewing } from './reviewing/create-reviewing.ts'
import {
  createCommentsRouter,
  createPeopleRouter,
  createReviewsRouter,
} from './reviewing/reviewing.router.ts'
import { createRevisionRepository } from './revisions/revision.repository.ts'
import { createRevisionsRouter } from './revisions/revision.router.ts'
import { createRevisionHistory } from './revisions/revision-history.ts'
import { guardErrors } from './router.ts'
import { createSearch } from './search/create-search.ts'
import { createSearchRouter } from './search/search.router.ts'
import { createSiteServer } from './server/site-server.service.ts'
import { createServing } from './serving/create-serving.ts'
import { createSettingRepository } from './settings/setting.repository.ts'
import { createSettingsRouter } from './settings/setting.router.ts'
import { createSettingService } from './settings/setting.service.ts'
import { articlePaths } from './site/article-paths.ts'
import { createMergeOnSite } from './site/merged-labels.repository.ts'
import { createPreviewRouter } from './site/preview.router.ts'
import { openSite } from './site/site.ts'
import { createTemplates } from './templates/create-templates.ts'
import { createSnippetsRouter, createTemplatesRouter } from './templates/template.router.ts'

export { restoreLibrary } from './library/restore-library.ts'
export { makeFolder } from './make-folder.ts'

export type Core = Awaited<ReturnType<typeof createCore>>

/** The composition root: constructs the features in dependency order. The only place that knows them all. */
export async function createCore(platform: Platform) {
  const library = await openLibrary(platform.libraryFolder, migrations)
  const { db } = library
  const checkpoints = createBackgroundCheckpoints(library.db, library.folder, platform.logger)
  const events = createEvents()
  const announce = createAnnounce(events)
  const { clock } = platform

  const { media, renditions, findMedia, createMediaLibrary } = createMedia({
    db,
    libraryFolder: library.folder,
    announce,
    clock,
    fetchRules: { isAllowed: platform.isAllowedAddress },
    logger: platform.logger,
  })

  const mergeOnSite = createMergeOnSite(db)
  const settings = createSettingService({ db, repository: createSettingRepository(db), announce })
  const categories = createCategoryService({
    db,
    repository: createCategoryRepository(db),
    announce,
    mergeOnSite,
  })
  const { tags, bylines } = createLabels({ db, announce, mergeOnSite })
  const revisionRepository = createRevisionRepository(db)
  const searching = createSearch({ db, clock, logger: platform.logger })
  const { people, reviewRepository, reviewBook, commentRepository, createComments } = createReviewing({
    db,
    person: settings.person,
    announce,
    clock,
  })
  const {
    articles,
    hasArticle,
    articleBulk,
    articleReviews,
    articlePublication,
    articleLists,
    conditionsOf,
  } = createArticles({
    db,
    tags,
    bylines,
    history: createRevisionHistory(revisionRepository, clock),
    index: searching.indexKeeper,
    book: reviewBook,
    mediaUrl: media.mediaUrl,
    announce,
    clock,
  })
  const comments = createComments(hasArticle)
  const mediaLibrary = createMediaLibrary({
    articles,
    pictureBudget: () => settings.get().media.pictureBudget,
  })
  const bundles = createBundleService({
    db,
    repository: createBundleRepository(db),
    articles,
    media,
    categories,
    threads: createBundledComments(commentRepository, people, announce),
    author: () => settings.person().name,
    clock,
  })
  const search = searching.createService({ conditionsOf, summaries: articles.summaries })

  const imports = createImportService({
    db,
    repository: createImportRepository(db),
    parser: createImportParser(),
    media,
    createArticle: articles.createFromImport,
    ensureCategory: categories.ensure,
    timeZone: () => settings.get().site.timeZone,
    clock,
    logger: platform.logger,
  })

  const { analytics, figures, sources } = createAnalytics({
    db,
    events,
    clock,
    logger: platform.logger,
    site: () => settings.get().site,
    articlePaths: () => articlePaths(db),
    addCountedViews: articlePublication.addCountedViews,
  })

  const { templates, snippets } = createTemplates({ db, announce, clock })
  const libraryRepository = createLibraryRepository(db)
  const loadSample = createSampleLoader({
    db,
    resourcesFolder: platform.resourcesFolder,
    isEmpty: libraryRepository.isEmpty,
    articles,
    reviews: articleReviews,
    ensureCategory: categories.ensure,
    media,
    addViews: analytics.addSampleViews,
    onLoaded: () => void analytics.ingest(),
    timeZone: () => settings.get().site.timeZone,
    clock,
  })
  const jobs = createJobs({ db, events, clock, logger: platform.logger })
  const checkRepository = createCheckRepository(db)
  const checks = createCheckService({
    db,
    repository: checkRepository,
    articleOf: articles.get,
    announce,
    clock,
  })
  const publication = createPublishing({
    db,
    jobs,
    articles,
    publication: articlePublication,
    pictureBudget: () => settings.get().media.articleBudget,
    paths: { libraryFolder: library.folder, resourcesFolder: platform.resourcesFolder },
    approvedOnly: () => settings.get().review.approvedOnly,
    unresolved: checks.unresolved,
    clock,
    logger: platform.logger,
  })
  const viewRefresh = createViewRefresh({
    publishing: publication.publishing,
    targets: publication.targetRepository,
    clock,
    logger: platform.logger,
  })
  analytics.onViewsChanged(viewRefresh.soon)
  const siteServer = createSiteServer({
    libraryFolder: library.folder,
    targetOf: publication.targets.get,
    addLogSource: analytics.ensureBuiltInSource,
    events,
    clock,
    logger: platform.logger,
  })
  const addressOf = (id: ArticleId) =>
    publication.address(id, siteServer.status().url ?? settings.get().site.baseUrl)

  const libraryService = createLibraryService({
    repository: libraryRepository,
    folder: library.folder,
    recoveredFromCrash: library.recoveredFromCrash,
    mendSearch: searching.indexKeeper.mend,
    clock,
    logger: platform.logger,
  })

  const site = () =>
    openSite(
      db,
      { resourcesFolder: platform.resourcesFolder, libraryFolder: library.folder },
      { publish: [], withdraw: [], now: clock.now() },
    )

  const exports = createExporting({
    db,
    platform,
    media: { media, findMedia },
    article: articles.get,
    categoryName: (id) => categories.list().find((category) => category.id === id)?.name ?? '',
    pagePath: (id) => site().article(id).path,
    site: () => settings.get().site,
    urlOf: (id, baseUrl) => publication.address(id, baseUrl).url,
  })

  const router = os.use(guardErrors(platform.logger)).router({
    analytics: createAnalyticsRouter(analytics, figures, sources, events, viewRefresh.now),
    app: createAppRouter(platform, () =>
      publication.targetRepository.list().map(({ config }) => config.folder),
    ),
    articles: createArticlesRouter({
      articles,
      bulk: articleBulk,
      reviews: articleReviews,
      lists: articleLists,
      events,
    }),
    bundles: createBundlesRouter(bundles),
    bylines: createBylinesRouter(bylines),
    categories: createCategoriesRouter(categories, events),
    checks: createChecksRouter(checks, checkRepository, events),
    comments: createCommentsRouter(comments, commentRepository, events),
    library: createLibraryRouter(libraryService, loadSample),
    exporting: createExportRouter(exports),
    importing: createImportRouter(imports),
    jobs: createJobsRouter(jobs, events),
    links: createLinksRouter(createLinkRepository(db), search),
    people: createPeopleRouter(people),
    media: createMediaRouter(media, mediaLibrary, renditions, events),
    preview: createPreviewRouter(site),
    publishing: createPublishingRouter(publication.publishing, publication.schedules, addressOf),
    replacing: createReplacingRouter(
      createReplaceService({
        db,
        repository: createReplaceRepository(db),
        articles,
        conditionsOf,
        libraryFolder: library.folder,
      }),
    ),
    search: createSearchRouter(search),
    reviews: createReviewsRouter(articleReviews, reviewRepository, events),
    revisions: createRevisionsRouter(revisionRepository, articles),
    server: createServerRouter(siteServer, events),
    settings: createSettingsRouter(settings, events),
    snippets: createSnippetsRouter(snippets, events),
    tags: createTagsRouter(tags),
    targets: createTargetsRouter(publication.targets, publication.targetRepository),
    templates: createTemplatesRouter(templates, articles.createFromTemplate, events),
  })

  return {
    router,
    /** The app's files, media originals and preview pages, for the host to answer with. */
    serving: createServing({
      media: media.mediaFile,
      thumbnail: media.thumbnailFile,
      page: (path) => site().respond(path),
      exported: exports.findExport,
    }),
    /** Imports files of this machine without asking; see the service. */
    importFiles: imports.importFiles,
    /** Exports articles into a folder of this machine; see the service. */
    exportTo: exports.exportTo,
    /** Begins background work: due schedules, unfinished jobs, log reading. */
    async start(): Promise<void> {
      checkpoints.start()
      libraryService.startDailyCopies()
      jobs.start()
      publication.schedules.start()
      analytics.start()
      renditions.start()
      searching.start()
    },
    /** Lets running jobs reach a checkpoint, then closes the library. */
    async stop(): Promise<void> {
      viewRefresh.stop()
      publication.schedules.stop()
      await siteServer.stop()
      await jobs.stop()
      await publication.stop()
      await analytics.stop()
      await imports.stop()
      await renditions.stop()
      await checks.stop()
      await exports.stop()
      searching.stop()
      await libraryService.stop()
      await checkpoints.stop()
      library.close()
    },
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { invalid, notFound } from '../errors.ts'
import { contentType } from './content-type.ts'
import { storedDrafts, withWorking } from './draft.ts'
import { printed, textPrint } from './fingerprint.ts'
import { articlePage, type Rendering } from './pages/article-page.ts'
import { type CommonScope, commonScope, createBlocks } from './pages/blocks.ts'
import { siteRepository } from './site.repository.ts'
import type { Site, SiteChange, SitePaths } from './site-file.ts'
import { createFiles } from './site-files.ts'
import { createSiteIndex, type SiteIndex } from './site-index.ts'
import { readSiteSettings } from './site-settings.ts'
import { createSnapshot, type Snapshot } from './snapshot.ts'
import { openTheme, type Theme } from './theme/theme.ts'
import { ThemeError } from './theme/theme-error.ts'

export { confirmSiteChange } from './confirm-site-change.ts'
export type { Site, SiteChange, SiteFile, SiteFileKind, SitePaths, SiteResponse } from './site-file.ts'
export type { SiteIndex } from './site-index.ts'

/** To be kept by whoever opens the site again and again over the same connection and wants all of its files. */
export const openSiteIndex = (db: Database): SiteIndex => createSiteIndex(siteRepository(db))

/**
 * The site over a connection to the library, with a change laid over what is live. Cheap to open; it shows the
 * library as it is while it is read, so open it anew for every render, or inside a transaction for a deploy.
 *
 * @throws INVALID `theme` when the theme cannot be used.
 */
export function openSite(
  db: Database,
  paths: SitePaths,
  change?: SiteChange,
  index: SiteIndex = openSiteIndex(db),
): Site {
  const repository = siteRepository(db)
  const settings = readSiteSettings(repository)
  const theme = themed(() => openTheme(join(paths.resourcesFolder, 'themes'), settings.theme))
  const at = change ?? { publish: [], withdraw: [], now: Date.now() }
  const snapshot = createSnapshot(repository, settings, at, index)
  const common = commonScope(snapshot, theme)
  const siteKey = siteKeyOf(snapshot, theme, common)
  const blocks = createBlocks(snapshot, theme, common, index.items(siteKey))
  const rendering: Rendering = { snapshot, theme, common, blocks, siteKey }
  const files = createFiles(rendering, paths, index.renderer)

  const pageOf = (id: ArticleId, working: Partial<ArticleContent> = {}) => {
    const stored = storedDrafts(repository, [id]).get(id)
    if (!stored) throw notFound('article', id)
    const draft = withWorking(stored, working, repository)
    const article = snapshot.wouldBe(id, draft)
    const views = draft.content.startingViews + stored.countedViews
    return { path: article.path, page: themed(() => articlePage(rendering, article, draft.html(), views)) }
  }

  /** The article that is, or would be, at the path, as the library has it now. */
  const articleAt = (path: string): Buffer | null => {
    const slug = /^\d{4}\/\d{2}\/([a-z0-9-]+)\.html$/.exec(path)?.[1]
    if (slug === undefined) return null
    const id = snapshot.idByPath(path) ?? repository.storedBySlug.get(slug)
    const found = id === undefined ? null : pageOf(id as ArticleId)
    return found?.path === path ? found.page : null
  }

  return {
    files: () => themed(() => files.all()),
    article(id, working) {
      const { path, page } = pageOf(id, working)
      return { path, html: page.toString() }
    },
    respond(path) {
      const page = articleAt(path)
      if (page) return { status: 200, contentType: contentType(path), body: page }
      const file = files.find(path)
      if (!file) return null
      const content = themed(() => file.read())
      const body = Buffer.isBuffer(content) ? content : readFileSync(content.copyFrom)
      return { status: 200, contentType: contentType(file.path), body }
    },
    pathOf: (id) => snapshot.article(id)?.path ?? null,
  }
}

/** Raise it when the same content makes other pages: what is published before is then made again. */
const rendererVersion = '1'

const siteKeyOf = ({ settings, categories }: Snapshot, theme: Theme, common: CommonScope): string =>
  printed(
    textPrint(
      JSON.stringify([
        rendererVersion,
        theme.hash,
        common.site,
        settings.timeZone,
        categories.top.map((category) => category.key),
      ]),
    ),
  )

/** Says what is wrong with a theme in the words of the contract. */
function themed<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ThemeError) throw invalid('theme', error.message)
    throw error
  }
}

import { join } from 'node:path'
import Database, { type Database as Connection } from 'better-sqlite3'
import { expect } from 'vitest'
import { ArticleContent } from '#shared/contract/articles.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'
import { configure, databaseFile } from '../../../src/main/core/database/open-library.ts'
import {
  confirmSiteChange,
  openSite,
  openSiteIndex,
  type Site,
  type SiteChange,
  type SiteFile,
} from '../../../src/main/core/site/site.ts'
import { createTestCore } from '../../helpers/create-test-core.ts'

export const resourcesFolder = join(import.meta.dirname, '../../../resources')
export const publishedAt = Date.UTC(2026, 6, 31, 3, 36, 49)

export const paragraph = (text: string): NodeJson => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
export const doc = (...content: NodeJson[]): ArticleContent['doc'] => ({ type: 'doc', content })

export type SiteDesk = Awaited<ReturnType<typeof openSiteDesk>>

/** A library and the site over it, with what a deploy does to both: pin a revision, render, confirm. */
export async function openSiteDesk(options: { resourcesFolder?: string } = {}) {
  const { client, folder, stop, core, clock } = await createTestCore(options)
  const db: Connection = new Database(databaseFile(folder))
  configure(db)
  const paths = { resourcesFolder: options.resourcesFolder ?? resourcesFolder, libraryFolder: folder }
  const addRevision = db.prepare<[number, number, Buffer]>(/* sql */ `
    INSERT INTO revisions (article_id, article_version, reason, title, characters, content, created_at)
    VALUES (?, ?, 'published', '', 0, ?, 0)`)
  const setViews = db.prepare<[number, number]>('UPDATE articles SET counted_views = ? WHERE id = ?')
  let count = 0

  async function pin(id: ArticleId): Promise<{ articleId: ArticleId; revisionId: RevisionId }> {
    const article = await client.articles.get({ id })
    const content = Buffer.from(JSON.stringify(ArticleContent.parse(article)))
    const { lastInsertRowid } = addRevision.run(id, article.version, content)
    return { articleId: id, revisionId: Number(lastInsertRowid) as RevisionId }
  }
  const kept = openSiteIndex(db)
  /** The site, read anew; whoever asks for its files checks that an index which is kept all along tells the same. */
  function site(change?: SiteChange): Site {
    const anew = openSite(db, paths, change)
    return {
      ...anew,
      files() {
        const files = anew.files()
        expect(keysOf(openSite(db, paths, change, kept).files())).toEqual(keysOf(files))
        return files
      },
    }
  }
  const confirm = (change: SiteChange) => db.transaction(() => confirmSiteChange(db, change)).immediate()

  return {
    client,
    clock,
    start: () => core.start(),
    folder,
    countViews: (id: ArticleId, views: number) => void setViews.run(views, id),
    pin,
    confirm,
    site,
    async write(content: Partial<ArticleContent>): Promise<ArticleId> {
      count++
      const given = { title: `第${count}篇`, doc: doc(paragraph(`第${count}篇的正文。`)), ...content }
      return (await client.articles.create(given)).id
    },
    async edit(id: ArticleId, changes: Partial<ArticleContent>): Promise<void> {
      const { version } = await client.articles.get({ id })
      await client.articles.save({ id, baseVersion: version, changes })
    },
    async publish(ids: readonly ArticleId[], now = publishedAt): Promise<SiteChange> {
      const change = { publish: await Promise.all(ids.map(pin)), withdraw: [], now }
      confirm(change)
      return change
    },
    withdraw(ids: readonly ArticleId[], now = publishedAt): void {
      confirm({ publish: [], withdraw: ids, now })
    },
    /** The text of a page as it would be sent. */
    read(path: string, change?: SiteChange): string {
      const file = site(change)
        .files()
        .find((one) => one.path === path)
      if (!file) throw new Error(`no file ${path}`)
      return String(file.read())
    },
    paths: (change?: SiteChange) =>
      site(change)
        .files()
        .map((file) => file.path),
    /** Paths whose key another state of the site does not have. */
    keys: (change?: SiteChange) => keysOf(site(change).files()),
    /** All files as an index tells of them that is kept as long as the desk. */
    keptFiles: (change?: SiteChange) => openSite(db, paths, change, kept).files(),
    async close(): Promise<void> {
      db.close()
      await stop()
    },
  }
}

const keysOf = (files: readonly SiteFile[]) => new Map(files.map(({ path, key }) => [path, key]))

/** Paths that are new or have another key. */
export const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after].filter(([path, key]) => before.get(path) !== key).map(([path]) => path)

import type { Database } from 'better-sqlite3'
import { toRow } from './live-article.ts'
import { siteRepository } from './site.repository.ts'
import type { SiteChange } from './site-file.ts'
import { readSiteSettings } from './site-settings.ts'
import { createSnapshot } from './snapshot.ts'

/** Makes a change live: call it in the transaction that marks its deploy as succeeded. */
export function confirmSiteChange(db: Database, change: SiteChange): void {
  const repository = siteRepository(db)
  const snapshot = createSnapshot(repository, readSiteSettings(repository), change)
  const articles = change.publish.map(({ articleId, revisionId }) => {
    if (revisionId === null) throw new Error(`article ${articleId} has no pinned revision`)
    const article = snapshot.article(articleId)
    if (!article) throw new Error(`article ${articleId} has no revision to confirm`)
    return {
      article,
      previous: repository.live.get(articleId)?.path,
      tags: article.tagIds.map((id) => labelId('tag', id)),
      byline: article.bylineId === null ? null : labelId('byline', article.bylineId),
    }
  })

  /** Labels that the library has lost since the revision was pinned come back under the slug they are shown with. */
  function labelId(kind: 'tag' | 'byline', id: number): number {
    const label = snapshot.label(kind, id)
    if (!label) throw new Error(`no ${kind} ${id}`)
    if (id > 0) return id
    const { byName, insert } = repository.labels[kind]
    return byName.get(label.name)?.id ?? Number(insert.run(label.name, label.slug).lastInsertRowid)
  }

  for (const id of change.withdraw) {
    const path = repository.live.get(id)?.path
    // Should it come back at another address, this one will lead there.
    if (path !== undefined) repository.insertRedirect.run(path, 'article', id)
    repository.deleteLive.run(id)
  }
  // All leave before any comes, for two articles may have exchanged their addresses.
  for (const { article } of articles) repository.deleteLive.run(article.id)
  for (const { article, previous, tags, byline } of articles) {
    repository.insertLive.run({ ...toRow(article), byline_id: byline })
    repository.insertBody.run(article.id, snapshot.body(article.id))
    for (const [position, tag] of [...new Set(tags)].entries())
      repository.insertTag.run(article.id, tag, position)
    for (const id of new Set(snapshot.bodyMediaOf(article.id)))
      if (repository.media.get(id)) repository.insertMedia.run(article.id, id)
    for (const uid of snapshot.bodyLinksOf(article.id)) repository.insertLink.run(article.id, uid)
    if (previous !== undefined && previous !== article.path)
      repository.insertRedirect.run(previous, 'article', article.id)
    repository.deleteRedirect.run(article.path)
  }
}

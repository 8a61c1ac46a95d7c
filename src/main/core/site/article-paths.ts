import type { Database } from 'better-sqlite3'
import { siteRepository } from './site.repository.ts'

/** Every address of an article on the site, present and former, with the article's id. */
export function articlePaths(db: Database): [path: string, articleId: number][] {
  const repository = siteRepository(db)
  const former = repository.redirects.all().filter(({ kind }) => kind === 'article')
  return [
    ...former.map(({ path, target_id }): [string, number] => [path, target_id]),
    ...repository.facts.all().map(([id, path]): [string, number] => [path, id]),
  ]
}

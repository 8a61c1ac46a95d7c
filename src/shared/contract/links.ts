import { z } from 'zod'
import { ArticleState } from '../model/article-state.ts'
import { ArticleId } from '../model/ids.ts'
import { base } from './base.ts'

/** An article as something that others link to, as `article:<uid>`; see `articleHref`. */
export const LinkedArticle = z.object({
  id: ArticleId,
  uid: z.string(),
  title: z.string(),
  state: ArticleState,
  trashed: z.boolean(),
})
export type LinkedArticle = z.infer<typeof LinkedArticle>

export const links = {
  /** Articles to link to: those that contain `text`, hits in titles first; without a text the latest edited. */
  find: base
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }))
    .output(z.array(LinkedArticle)),
  /** What uids in links name; those that the library does not have are left out. */
  resolve: base.input(z.object({ uids: z.array(z.string()).max(1000) })).output(z.array(LinkedArticle)),
  /** Articles that link to this one, the latest edited first. */
  backlinks: base.input(z.object({ articleId: ArticleId })).output(z.array(LinkedArticle)),
}

import { z } from 'zod'
import { ArticleId } from '../model/ids.ts'
import { ArticleContent } from './articles.ts'
import { base } from './base.ts'

export const preview = {
  /**
   * The article's page, exactly as it would be published now; `working` overlays what the editor holds but has not
   * saved yet. `path` is relative to the site root, e.g. 2025/07/slug.html .
   */
  render: base
    .input(z.object({ articleId: ArticleId, working: ArticleContent.partial().optional() }))
    .output(z.object({ path: z.string(), html: z.string() })),
  /**
   * Any page of the site as it would be published now, by its path, e.g. category/industry/ . NOT_FOUND `page` where
   * there is none.
   */
  page: base.input(z.object({ path: z.string().max(2_000) })).output(z.object({ html: z.string() })),
}

import type { ArticleContent } from '#shared/contract/articles.ts'
import type { TemplateContent } from '#shared/contract/templates.ts'
import { plainCopy } from '#shared/document/plain-copy.ts'

/** What a template keeps of an article. */
export function templateContent(content: ArticleContent): TemplateContent {
  const { slug, slugIsAutomatic, publishTime, startingViews, ...kept } = content
  return { ...kept, doc: plainCopy(kept.doc) }
}

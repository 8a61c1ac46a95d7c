import type { ArticleContent } from '#shared/contract/articles.ts'
import type { TemplateContent } from '#shared/contract/templates.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { withoutComments } from '#shared/document/published-document.ts'
import { resolveSuggestions } from '#shared/document/suggestion/resolve-suggestions.ts'

/** What is reused elsewhere is text like any other: without comments, with what is suggested, as a copy has it. */
export const plainCopy = (doc: DocumentJson): DocumentJson =>
  withoutComments(resolveSuggestions(doc, () => 'accept'))

/** What a template keeps of an article. */
export function templateContent(content: ArticleContent): TemplateContent {
  const { slug, slugIsAutomatic, publishTime, startingViews, ...kept } = content
  return { ...kept, doc: plainCopy(kept.doc) }
}

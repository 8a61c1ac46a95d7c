import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { linkedArticles, plainText, usedMedia } from '#shared/document/plain-text.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { suggestionIds } from '#shared/document/suggestion/suggestion.ts'
import { textLength } from '#shared/model/text-length.ts'
import { invalid } from '../errors.ts'
import { renderContext } from '../rendering/render-context.ts'

/** A document with everything that is derived from it, ready to be stored. */
export interface ArticleBody {
  doc: Buffer
  html: Buffer
  text: Buffer
  /** Pictures it shows, or would show with what is suggested. */
  media: string[]
  /** Articles it links to, by uid. */
  links: string[]
  characters: number
  words: number
  /** Suggestions that are open. */
  suggestions: number
}

/** @throws INVALID `document` when it does not fit the schema. */
export function articleBody(doc: DocumentJson, mediaUrl: (id: string) => string | null): ArticleBody {
  const problem = documentProblem(doc)
  if (problem !== null) throw invalid('document', problem)
  const text = plainText(doc)
  return {
    doc: Buffer.from(JSON.stringify(doc)),
    html: Buffer.from(renderDocumentHtml(doc, renderContext(mediaUrl))),
    text: Buffer.from(text),
    media: usedMedia(doc),
    links: linkedArticles(doc),
    ...textLength(text),
    suggestions: suggestionIds(doc).size,
  }
}

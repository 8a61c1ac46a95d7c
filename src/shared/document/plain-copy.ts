import type { DocumentJson } from './document-json.ts'
import { withoutComments } from './published-document.ts'
import { resolveSuggestions } from './suggestion/resolve-suggestions.ts'

/** What is used again elsewhere is text like any other: with what was suggested, as a copy has it, without comments. */
export const plainCopy = (doc: DocumentJson): DocumentJson =>
  withoutComments(resolveSuggestions(doc, () => 'accept'))

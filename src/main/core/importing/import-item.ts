import type { ImportItem } from '#shared/contract/importing.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { textLength } from '#shared/model/text-length.ts'
import { headingsOf } from './document-builder.ts'
import type { ParseResult } from './imported-article.ts'

/** How a parsed file is shown before it is imported. `exists` says whether the library has an article of a title. */
export function importItem(
  fileName: string,
  result: ParseResult,
  exists: (title: string) => boolean,
): ImportItem {
  if (result.failure !== null) {
    return { ...nothing, fileName, failure: result.failure, encoding: result.encoding }
  }
  const { article, encoding } = result
  return {
    fileName,
    failure: null,
    format: article.format,
    encoding,
    title: article.title,
    category: article.category,
    byline: article.byline,
    publishTime: article.publishTime,
    views: article.views,
    characters: textLength(plainText(article.doc)).characters,
    headings: headingsOf(article.doc),
    warnings: article.warnings,
    exists: exists(article.title),
    related: article.related.map((entry) => ({ ...entry, exists: exists(entry.title) })),
  }
}

const nothing = {
  format: null,
  title: '',
  category: '',
  byline: '',
  publishTime: null,
  views: 0,
  characters: 0,
  headings: [],
  warnings: [],
  exists: false,
  related: [],
} satisfies Partial<ImportItem>

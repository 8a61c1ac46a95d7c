import { documentProblem } from '#shared/document/check-document.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { decodeText } from './decode-text.ts'
import { parseHtml } from './html.ts'
import type { ImportedArticle, ParseOptions, ParseResult, SourceFile } from './imported-article.ts'
import { parseMarkdown } from './markdown.ts'
import { parseSavedPage } from './saved-page.ts'
import { parseText } from './text.ts'

export const largestSource = 20 * 1024 * 1024

/** What a file would become. Knows files by their content first and by their name second; never throws. */
export function parseFile(bytes: Uint8Array, fileName: string, options: ParseOptions): ParseResult {
  if (bytes.length > largestSource) return { failure: 'too-large', encoding: null }
  const decoded = decodeText(bytes)
  if (decoded.failure !== null) return { failure: decoded.failure, encoding: null }
  const { text, encoding } = decoded
  try {
    const article = parse({ fileName, text }, options)
    if (documentProblem(article.doc) !== null) return { failure: 'unreadable', encoding }
    if (plainText(article.doc).trim() === '' && !hasPicture(article))
      return { failure: 'no-content', encoding }
    return { failure: null, encoding, article: { ...article, title: titleOf(article, fileName) } }
  } catch {
    // Nested too deep for a parser, for example: the file's fault, whatever it was.
    return { failure: 'unreadable', encoding }
  }
}

function parse(source: SourceFile, options: ParseOptions): ImportedArticle {
  if (/\.(md|markdown|mdown|mkd)$/i.test(source.fileName)) return parseMarkdown(source, options)
  const isPage =
    /\.(html?|xhtml|shtml)$/i.test(source.fileName) || /^\s*(<!doctype html|<html[\s>])/i.test(source.text)
  if (isPage) return parseHtml(source, options)
  return parseSavedPage(source, options) ?? parseText(source)
}

const hasPicture = (article: ImportedArticle): boolean =>
  article.doc.content?.some(({ type }) => type === 'image') ?? false

const titleOf = ({ title }: ImportedArticle, fileName: string): string =>
  (title.replace(/\s+/g, ' ').trim() || fileName.replace(/\.[^.]*$/, '')).slice(0, 500)

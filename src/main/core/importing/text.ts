import { documentOf } from './document-builder.ts'
import { blankArticle, type ImportedArticle, type SourceFile } from './imported-article.ts'
import { blocksOf, linesOf, sameText } from './plain-lines.ts'

const longestTitle = 100

/** A plain text: the first line is the title, the others are the body. */
export function parseText({ text }: SourceFile): ImportedArticle {
  const lines = linesOf(text)
  const first = lines.findIndex((line) => line !== '')
  const firstLine = lines[first] ?? ''
  if (firstLine.length > longestTitle) {
    const title = (
      /^.{1,60}?(?=[。!?！？;；])/u.exec(firstLine)?.[0] ?? [...firstLine].slice(0, 40).join('')
    ).trim()
    return { ...blankArticle, format: 'text', title, doc: documentOf(blocksOf(lines.slice(first))) }
  }
  let bodyStart = first + 1
  while (lines[bodyStart] === '') bodyStart++
  const repeated = sameText(lines[bodyStart] ?? '', firstLine)
  return {
    ...blankArticle,
    format: 'text',
    title: firstLine.replace(/^#+\s+/, ''),
    doc: documentOf(blocksOf(lines.slice(repeated ? bodyStart + 1 : first + 1))),
    warnings: repeated ? [{ reason: 'repeated-title', count: 1 }] : [],
  }
}

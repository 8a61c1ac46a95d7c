import { markdownHtml, markdownLineHtml } from '#shared/markdown/markdown-html.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { htmlDocument } from './html-document.ts'
import { blankArticle, type ImportedArticle, type ParseOptions, type SourceFile } from './imported-article.ts'
import { ownHtmlDocument } from './own-html.ts'

/** Markdown as Hexo, Jekyll and Hugo keep it: YAML front matter, then CommonMark with GitHub's additions. */
export function parseMarkdown({ text, fileName }: SourceFile, options: ParseOptions): ImportedArticle {
  const { matter, body, isOwn } = readFrontMatter(
    text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
    options,
  )
  const facts: FrontMatter = matter ?? {}
  // Indented by ideographic spaces, a line is still a paragraph.
  const source = isOwn ? body : body.replace(/^[\u3000\u00a0]+/gm, '')
  const heading = isOwn ? null : /^\s*(?:#[ \t]+(.+?)[ \t]*#*[ \t]*$|(.+)\n=+[ \t]*$)/m.exec(source)
  const first = heading && source.slice(0, heading.index).trim() === '' ? heading : null
  const firstTitle = plain(first?.[1] ?? first?.[2] ?? '')
  // Many files say their title twice; another first heading is part of the text.
  const isTitle = firstTitle !== '' && firstTitle === (facts.title || firstTitle)
  const { html, templateTags } = markdownHtml(
    first && isTitle ? source.slice(first.index + first[0].length) : source,
  )
  const { doc, pictures, warnings } = isOwn ? ownHtmlDocument(html) : htmlDocument(html, facts.sourceUrl)
  if (templateTags > 0) warnings.push({ reason: 'template-tags', count: templateTags })
  if (matter === null) warnings.push({ reason: 'front-matter', count: 1 })
  return {
    ...blankArticle,
    ...facts,
    format: 'markdown',
    title: facts.title || firstTitle || nameTitle(fileName),
    doc,
    pictures,
    warnings,
  }
}

/** Jekyll's file names begin with the date. */
const nameTitle = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/, '')
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')
    .replace(/[-_]+/g, ' ')
    .trim()

/** A heading's Markdown without its marks. */
const plain = (text: string): string => {
  const block = htmlDocument(`<p>${markdownLineHtml(text)}</p>`).doc.content?.[0]
  return (block?.content ?? [])
    .map((child) => child.text ?? '')
    .join('')
    .trim()
}

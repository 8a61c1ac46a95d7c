import { Marked } from 'marked'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { htmlDocument } from './html-document.ts'
import { blankArticle, type ImportedArticle, type ParseOptions, type SourceFile } from './imported-article.ts'

const marked = new Marked({ gfm: true })
marked.use({
  renderer: {
    list(token) {
      if (token.ordered || !token.items.every((item) => item.task)) return false
      const items = token.items.map(
        (item) =>
          `<li data-type="taskItem" data-checked="${item.checked === true}">${this.parser.parse(
            item.tokens.filter((child) => child.type !== 'checkbox'),
          )}</li>`,
      )
      return `<ul data-type="taskList">${items.join('')}</ul>`
    },
    checkbox: () => '',
  },
})

/** Commands of a site generator, which mean nothing here. In code they are what the article is about. */
const templateTag = /^(?:\{%[\s\S]{1,300}?%\}|\{\{[<%][\s\S]{1,300}?[>%]\}\})/
marked.use({
  extensions: [
    {
      name: 'templateTag',
      level: 'inline',
      start: (source) => source.match(/\{[%{]/)?.index,
      tokenizer(source) {
        const raw = templateTag.exec(source)?.[0]
        return raw ? { type: 'templateTag', raw } : undefined
      },
      renderer: () => '',
    },
  ],
})

/** Markdown as Hexo, Jekyll and Hugo keep it: YAML front matter, then CommonMark with GitHub's additions. */
export function parseMarkdown({ text, fileName }: SourceFile, options: ParseOptions): ImportedArticle {
  const { matter, body } = readFrontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), options)
  const facts: FrontMatter = matter ?? {}
  // Indented by ideographic spaces, a line is still a paragraph.
  const source = body.replace(/^[\u3000\u00a0]+/gm, '')
  const heading = facts.title ? null : /^\s*(?:#[ \t]+(.+?)[ \t]*#*[ \t]*$|(.+)\n=+[ \t]*$)/m.exec(source)
  const firstHeading = heading && source.slice(0, heading.index).trim() === '' ? heading : null
  const tokens = marked.lexer(
    firstHeading ? source.slice(firstHeading.index + firstHeading[0].length) : source,
  )
  let templates = 0
  marked.walkTokens(tokens, ({ type }) => void (type === 'templateTag' && templates++))
  const { doc, pictures, warnings } = htmlDocument(marked.parser(tokens), facts.sourceUrl)
  if (templates > 0) warnings.push({ reason: 'template-tags', count: templates })
  if (matter === null) warnings.push({ reason: 'front-matter', count: 1 })
  return {
    ...blankArticle,
    ...facts,
    format: 'markdown',
    title: facts.title ?? plain(firstHeading?.[1] ?? firstHeading?.[2] ?? '') ?? '',
    ...(!facts.title && !firstHeading && { title: nameTitle(fileName) }),
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
  const html = marked.parseInline(text, { async: false })
  const block = htmlDocument(`<p>${html}</p>`).doc.content?.[0]
  return (block?.content ?? [])
    .map((child) => child.text ?? '')
    .join('')
    .trim()
}

import { Marked, type MarkedExtension } from 'marked'
import { markdownExtensions } from './markdown-extensions.ts'

/** Commands of a site generator, which mean nothing here. In code they are what the article is about. */
const templateTag = /^(?:\{%[\s\S]{1,300}?%\}|\{\{[<%][\s\S]{1,300}?[>%]\}\})/
const templateTags: MarkedExtension = {
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
}

const createMarked = () => new Marked({ gfm: true }, ...markdownExtensions(), templateTags)

/** HTML of Markdown: CommonMark with GitHub's additions. It may hold whatever HTML stood in it: clean it next. */
export function markdownHtml(source: string): { html: string; templateTags: number } {
  const marked = createMarked()
  const tokens = marked.lexer(source)
  let templates = 0
  marked.walkTokens(tokens, ({ type }) => void (type === 'templateTag' && templates++))
  return { html: marked.parser(tokens), templateTags: templates }
}

/** The same for one line without blocks. */
export const markdownLineHtml = (text: string): string => createMarked().parseInline(text, { async: false })

import { Marked } from 'marked'

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

/** HTML of Markdown: CommonMark with GitHub's additions. It may hold whatever HTML stood in it: clean it next. */
export function markdownHtml(source: string): { html: string; templateTags: number } {
  const tokens = marked.lexer(source)
  let templateTags = 0
  marked.walkTokens(tokens, ({ type }) => void (type === 'templateTag' && templateTags++))
  return { html: marked.parser(tokens), templateTags }
}

/** The same for one line without blocks. */
export const markdownLineHtml = (text: string): string => marked.parseInline(text, { async: false })

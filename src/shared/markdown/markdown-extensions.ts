import type { MarkedExtension, Parser, Tokens } from 'marked'
import { calloutKinds } from '#shared/document/callout/callout.ts'
import { escapeHtml } from '#shared/document/escape-html.ts'

/** Escapes an attribute of a token, whose entities are entities still. */
const attribute = (text: string): string =>
  text.replace(/&(?!#?\w+;)/g, '&amp;').replace(/[<>"]/g, (char) => escapeHtml(char))

const inlineMath = /^(\$\$?)(?![\s$])((?:\\[^\n]|[^\\$\n])*?(?:\\[^\n]|[^\\$\s]))\1(?!\d)/
const isTasks = (list: Tokens.List) => !list.ordered && list.items.every(({ task }) => task)
const calloutMark = new RegExp(`^\\[!(${calloutKinds.join('|')})\\][ \\t]*(?:\\n|$)`, 'i')

/** The text of the alternative to a picture, which is not HTML yet. */
const escaping = (renderer: Parser['textRenderer']): Parser['textRenderer'] =>
  Object.assign(Object.create(renderer), { text: ({ text }: Tokens.Text) => escapeHtml(text) })

/** Lists of tasks, captions, callouts, and addresses as they are written. */
const renderer: MarkedExtension['renderer'] = {
  list(token) {
    if (!isTasks(token)) return false
    const items = token.items.map(
      (item) =>
        `<li data-type="taskItem" data-checked="${item.checked === true}">${this.parser.parse(
          item.tokens.filter((child) => child.type !== 'checkbox'),
        )}</li>`,
    )
    return `<ul data-type="taskList">${items.join('')}</ul>`
  },
  checkbox: () => '',
  code({ text, lang }) {
    const language = /^\S+/.exec(lang ?? '')?.[0]
    const name = language ? ` class="language-${escapeHtml(language)}"` : ''
    return `<pre><code${name}>${escapeHtml(text.replace(/\n$/, ''))}\n</code></pre>\n`
  },
  link({ href, tokens }) {
    return `<a href="${attribute(href)}">${this.parser.parseInline(tokens)}</a>`
  },
  image({ href, title, text, tokens }) {
    const alt = tokens ? this.parser.parseInline(tokens, escaping(this.parser.textRenderer)) : text
    const img = `<img src="${attribute(href)}" alt="${attribute(alt)}">`
    return title ? `<figure>${img}<figcaption>${attribute(title)}</figcaption></figure>` : img
  },
  paragraph({ tokens }) {
    // A picture is a block.
    const [only, ...others] = tokens
    return only?.type === 'image' && others.length === 0 ? `${this.parser.parseInline(tokens)}\n` : false
  },
  blockquote({ tokens }) {
    const first = tokens.find(({ type }) => type !== 'space')
    const kind = first?.type === 'paragraph' ? calloutMark.exec(first.raw)?.[1]?.toLowerCase() : undefined
    if (!kind) return false
    const body = this.parser
      .parse(tokens)
      .replace(/^\s*<p>\[![A-Z]+\][ \t\n]*(?:<br>[ \t\n]*)?(<\/p>)?/i, (_, end) => (end ? '' : '<p>'))
    return `<aside class="callout callout-${kind}">\n${body}</aside>\n`
  },
}

const highlight: MarkedExtension = {
  extensions: [
    {
      name: 'highlight',
      level: 'inline',
      start: (source) => source.match(/==(?=[^\s=])/)?.index,
      tokenizer(source) {
        const match = /^==(?=[^\s=])((?:\\[\s\S]|[^\\=]|=(?!=))*?(?:\\[\s\S]|[^\\\s=]))==(?!=)/.exec(source)
        if (!match) return undefined
        return { type: 'highlight', raw: match[0], tokens: this.lexer.inlineTokens(match[1] ?? '') }
      },
      renderer({ tokens = [] }) {
        return `<mark>${this.parser.parseInline(tokens)}</mark>`
      },
    },
  ],
}

/** Left for the reader of the HTML, who knows a space that is meant from one that is not. */
const reference: MarkedExtension = {
  extensions: [
    {
      name: 'reference',
      level: 'inline',
      start: (source) => source.match(/&#\d/)?.index,
      tokenizer(source) {
        const raw = /^&#\d{1,7};/.exec(source)?.[0]
        return raw ? { type: 'reference', raw } : undefined
      },
      renderer: ({ raw }) => raw,
    },
  ],
}

const mathHtml = (tag: 'div' | 'span', latex: string) => `<${tag} data-math="${escapeHtml(latex)}"></${tag}>`

const math: MarkedExtension = {
  extensions: [
    {
      name: 'mathBlock',
      level: 'block',
      tokenizer(source) {
        const match = /^ {0,3}\$\$[ \t]*\n?((?:\\[\s\S]|[^\\$])+?)\n? {0,3}\$\$[ \t]*(?:\n+|$)/.exec(source)
        return match ? { type: 'mathBlock', raw: match[0], latex: match[1] } : undefined
      },
      renderer: ({ latex }) => `${mathHtml('div', String(latex))}\n`,
    },
    {
      name: 'mathInline',
      level: 'inline',
      start: (source) => source.match(/\$(?!\s)/)?.index,
      tokenizer(source) {
        const match = inlineMath.exec(source)
        return match ? { type: 'mathInline', raw: match[0], latex: match[2] } : undefined
      },
      renderer: ({ latex }) => mathHtml('span', String(latex)),
    },
  ],
  // Stars within a formula are no emphasis.
  hooks: {
    emStrongMask: (source: string) =>
      source.replace(/\$(?!\s)[^$\n]*[^$\s]\$(?!\d)/g, (formula) => `[${'a'.repeat(formula.length - 2)}]`),
  },
}

/** Notes: `[^1]` where one belongs, `[^1]: …` anywhere. They are gathered first and put in their place. */
function footnotes(): MarkedExtension {
  const notes = new Map<string, Tokens.Generic>()
  return {
    extensions: [
      {
        name: 'footnoteDefinition',
        level: 'block',
        tokenizer(source) {
          const match =
            /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*((?:[^\n]*)(?:\n(?![ \t]*(?:\n|\[\^[^\]\s]+\]:|$))[^\n]+)*)((?:\n+(?: {4}|\t)[^\n]+)*)(?:\n+|$)/.exec(
              source,
            )
          if (!match) return undefined
          const text = `${match[2]}${match[3]}`.replace(/\s*\n\s*/g, ' ').trim()
          const token = { type: 'footnoteDefinition', raw: match[0], tokens: this.lexer.inlineTokens(text) }
          notes.set(match[1] ?? '', token)
          return token
        },
        renderer: () => '',
      },
      {
        name: 'footnote',
        level: 'inline',
        start: (source) => source.match(/\[\^/)?.index,
        tokenizer(source) {
          const match = /^\[\^([^\]\s]+)\]/.exec(source)
          return match ? { type: 'footnote', raw: match[0], id: match[1] } : undefined
        },
        renderer({ id, raw }) {
          const note = notes.get(String(id))
          if (!note) return escapeHtml(raw)
          const tokens = (note.tokens ?? []).filter(({ type }) => type !== 'footnote')
          return `<span data-footnote="">${this.parser.parseInline(tokens)}</span>`
        },
      },
    ],
  }
}

/** What documents have and CommonMark has no words for. For one file: the notes are its own. */
export const markdownExtensions = (): MarkedExtension[] => [
  { renderer },
  highlight,
  reference,
  math,
  footnotes(),
]

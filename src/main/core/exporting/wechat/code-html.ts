import { escapeHtml } from '#shared/document/escape-html.ts'
import { highlightedCode } from '../../rendering/highlighted-code.ts'

/** Colours of the kinds of words, dark on light. */
const colours: Record<string, string> = {
  keyword: '#cf222e',
  built_in: '#8250df',
  type: '#953800',
  literal: '#0550ae',
  number: '#0550ae',
  string: '#0a3069',
  regexp: '#0a3069',
  symbol: '#0550ae',
  title: '#8250df',
  comment: '#6e7781',
  doctag: '#cf222e',
  meta: '#0550ae',
  attr: '#0550ae',
  attribute: '#0550ae',
  variable: '#953800',
  property: '#0550ae',
  name: '#116329',
  tag: '#116329',
  selector: '#116329',
  addition: '#116329',
  deletion: '#82071e',
}

const colourOf = (names: string): string | undefined => {
  const name = /hljs-([a-z_]+)/.exec(names)?.[1] ?? ''
  return colours[name] ?? colours[name.split('_')[0] ?? '']
}

/** Code with its colours, line ends and indentation in the elements themselves: the editor keeps no white space. */
export function codeHtml(code: string, language: string | null): string {
  const html = (language && highlightedCode(code, language)) || escapeHtml(code)
  return html
    .replace(/<span class="([^"]*)">/g, (_, names: string) => {
      const colour = colourOf(names)
      return colour ? `<span style="color:${colour}">` : '<span>'
    })
    .replace(/>[^<]+|^[^<]+/g, (text) => text.replace(/\t/g, '  ').replace(/ /g, '&nbsp;'))
    .replace(/\n/g, '<br>')
}

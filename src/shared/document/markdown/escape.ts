/** Characters that begin something wherever they stand. */
const special = /[\\`*[\]<~$]/g
/** What is only a mark between letters of other kinds: snake_case stays as it is. */
const underscore = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g
const equals = /=(?==)|(?<==)=|^=|=$/g
/** A name or number that a reader would take for one character. */
const entity = /&(?=#|[A-Za-z])/g
/** Addresses, which readers turn into links. */
const address = /(?<=(?:https?|ftp)):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])/gi
/** Commands of site generators. */
const command = /\{(?=[%{])/g

/** Text as Markdown in which nothing means anything but itself. */
export const escapeText = (text: string): string =>
  text
    .replace(special, '\\$&')
    .replace(underscore, '\\_')
    .replace(equals, '\\=')
    .replace(entity, '\\&')
    .replace(address, '\\$&')
    .replace(command, '\\{')
    // Before a link or a note these would belong to it.
    .replace(/!$/, '\\!')
    .replace(/^[:(]/, '\\$&')

/** In the text of a link readers drop the backslashes of brackets. */
export const escapeBrackets = (text: string): string =>
  text.replace(/\\([[\]])/g, (_, bracket) => (bracket === '[' ? '&#91;' : '&#93;'))

/** What would make a heading, quotation, list, rule or table of a line. */
export const escapeLineStart = (line: string): string =>
  line.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^[#>+|:-]/, '\\$&')

/** An address as it stands in a link. */
export function linkDestination(href: string): string {
  // Only a whole entity is read as one.
  const safe = href.replace(/&(?=#?\w+;)/g, '&amp;')
  if (/[\s()<>]/.test(safe) || safe === '') return `<${safe.replace(/[<>]/g, '\\$&')}>`
  return safe
}

/** Code between enough backticks. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

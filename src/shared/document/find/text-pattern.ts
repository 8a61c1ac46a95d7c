export interface FindOptions {
  caseSensitive: boolean
  /** Latin words and numbers only as a whole; Chinese has no words to hold to. */
  wholeWord: boolean
  regularExpression: boolean
}

export const plainFind: FindOptions = { caseSensitive: false, wholeWord: false, regularExpression: false }

/** A letter or digit of a script that writes words apart. */
const wordLetter = String.raw`(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{N}_])`

/** What to look for as a global expression; null for an empty query or one that is no regular expression. */
export function textPattern(query: string, options: FindOptions): RegExp | null {
  if (query === '') return null
  const source = options.regularExpression ? query : query.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  const bounded = options.wholeWord ? `(?<!${wordLetter})(?:${source})(?!${wordLetter})` : source
  try {
    return new RegExp(bounded, options.caseSensitive ? 'gum' : 'gium')
  } catch {
    return null
  }
}

/** What stands in the place of a match: `$1`, `$<name>` and `$&` mean groups in a regular expression only. */
export function replacementOf(match: RegExpMatchArray, replacement: string, options: FindOptions): string {
  if (!options.regularExpression) return replacement
  return replacement.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]+)>)/g, (whole, dollar, all, number, name) => {
    if (dollar) return '$'
    if (all) return match[0]
    if (number !== undefined) return match[Number(number)] ?? ''
    return match.groups && name in match.groups ? (match.groups[name] ?? '') : whole
  })
}

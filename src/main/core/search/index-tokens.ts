import { normalize, type Run, runsOf } from './runs.ts'

/** Stands before every token of a title, so that hits in titles are a list of their own in the index. */
export const titleMark = '\u00b4'
/** Keeps runs apart that would read on as one, e.g. the pairs of "AB, BC" as "ABC". A query for "AB, BC" has it too. */
export const boundary = '\u00a6'

const loneSurrogate = /[\ud800-\udfff]/

/** Characters of a run; most have no surrogates, which is quicker. */
export const charactersOf = (text: string): string[] =>
  loneSurrogate.test(text) ? [...text] : text.split('')

/** A CJK run as its overlapping pairs of characters, or the one character. */
export function pairsOf(characters: readonly string[]): string[] {
  if (characters.length === 1) return [...characters]
  const pairs: string[] = []
  for (let index = 1; index < characters.length; index++) {
    pairs.push(`${characters[index - 1]}${characters[index]}`)
  }
  return pairs
}

export interface IndexTokens {
  /** Tokens with a space between, as the index takes them. */
  title: string
  body: string
  /** Each CJK character and each first letter of a word once, those of the title also with the mark. */
  characters: string
}

/** What of an article goes into the index. The body holds the title too, so that terms may be spread over both. */
export function indexTokens(article: { title: string; dek: string; text: string }): IndexTokens {
  const titleRuns = runsOf(normalize(article.title))
  const bodyRuns = runsOf(normalize(`${article.dek}\n${article.text}`))
  const title = tokensOf(titleRuns)
  const characters = new Set<string>()
  for (const run of titleRuns) for (const char of firsts(run)) characters.add(char).add(titleMark + char)
  for (const run of bodyRuns) for (const char of firsts(run)) characters.add(char)
  return {
    title: title.map((token) => titleMark + token).join(' '),
    body: [...title, boundary, ...tokensOf(bodyRuns)].join(' '),
    characters: [...characters].join(' '),
  }
}

const firsts = (run: Run): string[] =>
  run.cjk ? charactersOf(run.text) : [String.fromCodePoint(run.text.codePointAt(0) ?? 0)]

function tokensOf(runs: readonly Run[]): string[] {
  const tokens: string[] = []
  let lastCharacter = ''
  for (const run of runs) {
    if (!run.cjk) {
      tokens.push(run.text)
      lastCharacter = ''
      continue
    }
    const characters = charactersOf(run.text)
    if (characters[0] === lastCharacter) tokens.push(boundary)
    for (const pair of pairsOf(characters)) tokens.push(pair)
    lastCharacter = characters.at(-1) ?? ''
  }
  return tokens
}

import { boundary, charactersOf, pairsOf, titleMark } from './index-tokens.ts'
import { normalize, type Run, runsOf } from './runs.ts'

/** FTS5 expressions. Both must match where both are there. */
export interface IndexMatch {
  text: string | null
  characters: string | null
}

export interface SearchQuery {
  anywhere: IndexMatch
  inTitle: IndexMatch
  terms: QueryTerm[]
  longRun: LongRun | null
}

/** What the query is, where it is one CJK run of several pairs. */
export interface LongRun {
  text: string
  pairs: string[]
}

export interface QueryTerm {
  /** As written. */
  text: string
  runs: Run[]
}

const mostTerms = 32
/** As many pairs of a run are looked up in any case. */
export const fewPairs = 2

/**
 * Reads what was typed; null where there is nothing to look for. What is typed is data: only letters, digits and CJK
 * characters reach the index, inside quotes.
 *
 * White space separates terms and all of them must occur. A CJK run is found anywhere, also inside longer runs; the
 * last word of a term by its beginning. Runs inside a term must follow each other with at most punctuation or white
 * space between; single CJK characters at its ends need only occur.
 */
export function parseQuery(text: string): SearchQuery | null {
  const terms: QueryTerm[] = []
  for (const written of new Set(text.split(/\s+/u))) {
    const runs = runsOf(normalize(written))
    if (runs.length > 0 && terms.length < mostTerms) terms.push({ text: written, runs })
  }
  if (terms.length === 0) return null
  return { anywhere: match(terms, ''), inTitle: match(terms, titleMark), terms, longRun: longRunOf(terms) }
}

function longRunOf(terms: readonly QueryTerm[]): LongRun | null {
  const [run, ...others] = terms.flatMap(({ runs }) => runs)
  if (!run?.cjk || others.length > 0) return null
  const pairs = pairsOf(charactersOf(run.text))
  return pairs.length > fewPairs ? { text: run.text, pairs } : null
}

function match(terms: readonly QueryTerm[], mark: string): IndexMatch {
  const text = new Set<string>()
  const characters = new Set<string>()
  for (const { runs } of terms) {
    const phrase: string[] = []
    let lastCharacter = ''
    for (const [index, run] of runs.entries()) {
      const isEdge = index === 0 || index === runs.length - 1
      const letters = charactersOf(run.text)
      // At an edge, one character may be part of a longer run of the article: the pairs do not say.
      if (letters.length === 1 && isEdge && (run.cjk || runs.length === 1))
        characters.add(`"${mark}${run.text}"`)
      else {
        if (run.cjk && letters[0] === lastCharacter) phrase.push(mark + boundary)
        for (const token of run.cjk ? pairsOf(letters) : [run.text]) phrase.push(mark + token)
        lastCharacter = run.cjk ? (letters.at(-1) ?? '') : ''
      }
    }
    const byBeginning = phrase.length > 0 && runs.at(-1)?.cjk === false
    if (phrase.length > 0) text.add(`"${phrase.join(' ')}"${byBeginning ? ' *' : ''}`)
  }
  const all = (parts: Set<string>) => (parts.size > 0 ? [...parts].join(' AND ') : null)
  return { text: all(text), characters: all(characters) }
}

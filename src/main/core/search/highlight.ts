import type { QueryTerm } from './search-query.ts'

export type Range = [start: number, end: number]

const wideLetters = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const wide = /[\uff01-\uff5e]/g

/**
 * Width and case folded without changing any offset, so that ranges fit the text as it stands. Chinese text is full of
 * wide punctuation, which takes ten times as long as all the rest: only where it matters.
 */
function foldInPlace(text: string, { punctuation }: { punctuation: boolean }): string {
  const narrow = text.replace(punctuation ? wide : wideLetters, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )
  const lower = narrow.toLowerCase()
  if (lower.length === text.length) return lower
  return narrow.replace(/[^\u0130]/g, (char) => char.toLowerCase())
}

interface Needle {
  text: string
  /** Only where no letter or digit stands before: a word is found by its beginning. */
  atWordStart: boolean
}

export interface Needles {
  /** For each term: as written, and its runs for where it stands differently. */
  terms: { whole: Needle; runs: Needle[] }[]
  punctuation: boolean
}

export function needlesOf(terms: readonly QueryTerm[]): Needles {
  const needles = terms.map(({ text, runs }) => ({
    // Without the punctuation around it, which need not be there.
    whole: { text: trimmed(foldInPlace(text, { punctuation: true })), atWordStart: runs[0]?.cjk === false },
    runs: runs.map((run) => ({ text: run.text, atWordStart: !run.cjk })),
  }))
  return { terms: needles, punctuation: needles.some(({ whole }) => /[!-/:-@[-`{-~]/.test(whole.text)) }
}

const trimmed = (text: string): string => text.replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, '')

const mostRanges = 200

/** Where the terms stand in a text, in order and without overlap. */
export function rangesOf(text: string, { terms, punctuation }: Needles): Range[] {
  const folded = foldInPlace(text, { punctuation })
  const found: Range[] = []
  for (const { whole, runs } of terms) {
    const before = found.length
    occurrences(folded, whole, found)
    if (found.length === before && runs.length > 1) for (const run of runs) occurrences(folded, run, found)
  }
  return merged(found)
}

function occurrences(text: string, { text: needle, atWordStart }: Needle, found: Range[]): void {
  if (needle === '') return
  for (
    let at = text.indexOf(needle);
    at >= 0 && found.length < mostRanges;
    at = text.indexOf(needle, at + needle.length)
  ) {
    if (
      !atWordStart ||
      at === 0 ||
      !/[\p{L}\p{N}\p{M}]/u.test(text[at - 1] ?? '') ||
      isCjk(text[at - 1] ?? '')
    ) {
      found.push([at, at + needle.length])
    }
  }
}

const isCjk = (char: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char)

function merged(ranges: Range[]): Range[] {
  const result: Range[] = []
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

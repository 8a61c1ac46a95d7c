import type { ListedWord } from '#shared/contract/checks.ts'

/** Latin letters without case, full-width forms as their plain ones; the length stays. */
export const folded = (text: string): string =>
  text.replace(/[A-Z\uff01-\uff5e]/g, (char) => {
    const code = char.charCodeAt(0)
    return String.fromCharCode(code >= 0xff01 ? code - 0xfee0 : code).toLowerCase()
  })

export interface WordMatch {
  from: number
  to: number
  listed: ListedWord
}

type Entry = [word: string, listed: ListedWord]

const isLatin = (char: string | undefined) => char !== undefined && /[a-z0-9]/.test(char)

/**
 * Finds words of a list in a text: at each place the longest, none inside another. Words lie in buckets by their first
 * two letters, so that a list of 100,000 costs about as much as one of a hundred.
 */
export function wordMatcher(words: readonly ListedWord[]): (text: string) => WordMatch[] {
  const buckets = new Map<string, Entry[]>()
  for (const listed of words) {
    const word = folded(listed.word)
    const head = word.slice(0, 2)
    const bucket = buckets.get(head)
    if (bucket) bucket.push([word, listed])
    else buckets.set(head, [[word, listed]])
  }
  for (const bucket of buckets.values()) bucket.sort(([a], [b]) => b.length - a.length)

  /** `AI` is not in `said`, but it is in `用AI写`. */
  const stands = (text: string, at: number, word: string) =>
    !(isLatin(word[0]) && isLatin(text[at - 1])) && !(isLatin(word.at(-1)) && isLatin(text[at + word.length]))

  const longest = (bucket: Entry[] | undefined, text: string, at: number) =>
    bucket?.find(([word]) => text.startsWith(word, at) && stands(text, at, word))

  return (written) => {
    if (buckets.size === 0) return []
    const text = folded(written)
    const matches: WordMatch[] = []
    for (let at = 0; at < text.length; at++) {
      const found =
        longest(buckets.get(text.slice(at, at + 2)), text, at) ??
        longest(buckets.get(text[at] ?? ''), text, at)
      if (!found) continue
      const [word, listed] = found
      matches.push({ from: at, to: at + word.length, listed })
      at += word.length - 1
    }
    return matches
  }
}

export interface Run {
  /** CJK writing has no spaces: such a run is looked up by pairs of characters, any other as a word. */
  cjk: boolean
  text: string
}

/** Width, compatibility forms and case do not matter to a search. */
export const normalize = (text: string): string => text.normalize('NFKC').toLowerCase()

const longestWord = 64
const cjkPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30fc]/u
const wordPattern = /[\p{L}\p{N}\p{M}]/u

const other = 0
const word = 1
const cjk = 2
const kinds = new Map<number, number>()

function kindOf(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return cjk
  let kind = kinds.get(code)
  if (kind === undefined) {
    const char = String.fromCodePoint(code)
    kind = cjkPattern.test(char) ? cjk : wordPattern.test(char) ? word : other
    kinds.set(code, kind)
  }
  return kind
}

/**
 * The runs of a normalized text, in order. Punctuation, white space and symbols end a run and are no part of any, in
 * articles and in queries alike; so does a change between CJK and other writing.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let start = 0
  let kind = other
  const end = (at: number) => {
    if (kind === cjk) runs.push({ cjk: true, text: text.slice(start, at) })
    else if (kind === word)
      runs.push({ cjk: false, text: text.slice(start, Math.min(at, start + longestWord)) })
  }
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number
    const next = kindOf(code)
    if (next !== kind) {
      end(at)
      start = at
      kind = next
    }
    at += code > 0xffff ? 2 : 1
  }
  end(text.length)
  return runs
}

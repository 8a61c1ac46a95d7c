export interface TextLength {
  /** Written characters without white space, punctuation included: what 字数 means in a newsroom. */
  characters: number
  /** Each CJK character counts one, each run of other letters or digits counts one. */
  words: number
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u
const wordPart = /[\p{L}\p{N}\p{M}]/u

type Kind = 'space' | 'cjk' | 'word' | 'other'

const kinds = new Map<number, Kind>()

function kindOf(code: number): Kind {
  // Most of a text; the patterns are asked once for each other character.
  if (code >= 0x4e00 && code <= 0x9fff) return 'cjk'
  let kind = kinds.get(code)
  if (kind === undefined) {
    const char = String.fromCodePoint(code)
    kind = /\s/u.test(char) ? 'space' : cjk.test(char) ? 'cjk' : wordPart.test(char) ? 'word' : 'other'
    kinds.set(code, kind)
  }
  return kind
}

/** Counts a plain text in the Chinese manner. */
export function textLength(text: string): TextLength {
  let characters = 0
  let words = 0
  let before: Kind = 'other'
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number
    const kind = kindOf(code)
    if (kind !== 'space') characters++
    if (kind === 'cjk' || (kind === 'word' && before !== 'word')) words++
    before = kind
    at += code > 0xffff ? 2 : 1
  }
  return { characters, words }
}

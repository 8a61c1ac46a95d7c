export interface TextLength {
  /** Written characters without white space, punctuation included: what 字数 means in a newsroom. */
  characters: number
  /** Each CJK character counts one, each run of other letters or digits counts one. */
  words: number
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u
const unit = new RegExp(`${cjk.source}|[\\p{L}\\p{N}\\p{M}]+?(?=${cjk.source}|[^\\p{L}\\p{N}\\p{M}]|$)`, 'gu')

/** Counts a plain text in the Chinese manner. */
export function textLength(text: string): TextLength {
  let characters = 0
  for (const char of text) if (!/\s/u.test(char)) characters++
  const words = text.match(unit)?.length ?? 0
  return { characters, words }
}

const characters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}`
const letter = String.raw`[[\p{L}\p{N}]--[${characters}]]`
/** Within a word: it's, 3.5, 1,000. */
const joint = String.raw`(?:\p{M}|['’](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))`

const token = new RegExp(
  String.raw`\p{RGI_Emoji}|[${characters}]\p{M}*|${letter}(?:${joint}*${letter})*\p{M}*|[\p{Zs}\t]+|[\s\S]`,
  'gv',
)

/** Characters and punctuation of Chinese, Japanese and Korean on the first plane: most of what is written. */
const isCharacter = (code: number) =>
  (code >= 0x3001 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xff01 && code <= 0xff0f)

/**
 * What is compared as one: a character of Chinese, Japanese or Korean, a word or number of any other script, white
 * space, a mark of punctuation, an emoji with all that belongs to it.
 */
export function textTokens(text: string): string[] {
  const tokens: string[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const single = at < text.length && isCharacter(text.charCodeAt(at))
    if (at < text.length && !single) continue
    // The expression knows everything, and is slow.
    if (at > from) tokens.push(...(text.slice(from, at).match(token) ?? []))
    if (single) tokens.push(text.charAt(at))
    from = at + 1
  }
  return tokens
}

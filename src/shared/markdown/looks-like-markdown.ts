/** How much a pattern says that a text is Markdown; 2 is enough. */
const signs: readonly [pattern: RegExp, weight: number][] = [
  [/^(```|~~~)[^\n`]*\n[\s\S]*?\n\1[ \t]*$/m, 2],
  [/^\|?[ \t]*:?-{2,}:?[ \t]*(\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/m, 2],
  [/!\[[^\]\n]*\]\(\S+?\)/, 2],
  [/\[[^\]\n]+\]\((https?:|mailto:|\.{0,2}\/)\S*?\)/, 2],
  [/^[-*+] \[[ xX]\] \S/m, 2],
  [/^\[\^[^\]\s]+\]:/m, 2],
  [/(?:^|\n[ \t]*\n)#{1,6} [^\n]+(?=\n[ \t]*\n)/, 1],
  [/(?:^|\n)#{2,6} \S[^\n]*\n[\s\S]*\n#{2,6} \S/, 2],
  [/(\*\*|__)(?=\S)[^*\n]+?(?<=\S)\1/, 1],
  [/^[-*+] \S[^\n]*\n(?:[ \t]*\n)?[ \t]*[-*+] \S/m, 1],
  [/^1[.)] \S[^\n]*\n(?:[ \t]*\n)?2[.)] \S/m, 1],
  [/^> ?\S/m, 1],
  [/(?<!`)`[^`\n]+`(?!`)/, 1],
  [/^(-{3,}|\*{3,})$/m, 1],
]

const codeLine =
  /[;{}]\s*$|^\s*(import |from \S+ import |def |class |const |let |var |function |return |if \(|for \(|#include|<\/?\w+[^>]*>\s*$)/

/**
 * Whether a plain text clearly is Markdown: somebody who pastes a list with dashes or code with `#` comments must not
 * be surprised.
 */
export function looksLikeMarkdown(text: string): boolean {
  const source = text.replace(/\r\n?/g, '\n').slice(0, 200_000)
  let weight = 0
  for (const [pattern, says] of signs) if (pattern.test(source)) weight += says
  if (weight < 2) return false
  const prose = source.replace(/^(```|~~~)[\s\S]*?^\1[ \t]*$/gm, '')
  const lines = prose.split('\n').filter((line) => line.trim() !== '')
  return lines.filter((line) => codeLine.test(line)).length * 4 <= lines.length
}

import { type Found, inText, type TextRun } from '../found.ts'

const closing: Record<string, string> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '［': '］',
  '[': ']',
}
const opening = new Set(Object.keys(closing))
const ends = new Set(Object.values(closing))

/** Brackets and quotation marks that stand alone in their paragraph. */
export function pairs(run: TextRun): Found[] {
  const open: [char: string, at: number][] = []
  const alone: number[] = []
  for (let at = 0; at < run.text.length; at++) {
    const char = run.text[at] as string
    if (opening.has(char)) open.push([char, at])
    else if (ends.has(char)) {
      const match = open.findLastIndex(([begin]) => closing[begin] === char)
      // `:)` and `1)` are no brackets.
      if (match < 0) {
        if (!(char === ')' && /(^|[:;=\s\d\w-])$/.test(run.text.slice(Math.max(0, at - 1), at))))
          alone.push(at)
      } else {
        for (const [, begin] of open.splice(match).slice(1)) alone.push(begin)
      }
    }
  }
  for (const [, at] of open) alone.push(at)
  return alone.sort((a, b) => a - b).map((at) => inText('pairs', run, at, at + 1))
}

import { loadPackage } from '../../load-package.ts'
import { type Found, inText, noText, type TextRun } from '../found.ts'

type Format = (text: string) => string

let loaded: Format | null | undefined

/** AutoCorrect is native code; where there is none for the machine, its rules find nothing. */
function formatter(): Format | null {
  if (loaded === undefined) {
    try {
      loaded = (loadPackage('autocorrect-node') as { format: Format }).format
    } catch {
      loaded = null
    }
  }
  return loaded
}

/** What turns `before` into `after`: short replacements, found by walking both until they meet again. */
export function editsBetween(before: string, after: string): { from: number; to: number; text: string }[] {
  const edits: { from: number; to: number; text: string }[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      i++
      j++
      continue
    }
    const [a, b] = meeting(before, i, after, j)
    edits.push({ from: i, to: i + a, text: after.slice(j, j + b) })
    i += a
    j += b
  }
  return edits
}

const farthest = 12

/** How much of each side is skipped until both go on alike; all of the rest when they never do. */
function meeting(before: string, i: number, after: string, j: number): [number, number] {
  for (let sum = 1; sum <= farthest; sum++) {
    for (let a = 0; a <= sum; a++) {
      const b = sum - a
      if (i + a > before.length || j + b > after.length) continue
      if (before[i + a] === after[j + b]) return [a, b]
    }
  }
  return [before.length - i, after.length - j]
}

const isSpace = (text: string) => text.trim() === ''

/** Spaces between Chinese and Latin, and punctuation of the right width, by AutoCorrect. */
export function typography(run: TextRun): Found[] {
  const format = formatter()
  if (!format || !/\p{Script=Han}/u.test(run.text)) return []
  const after = format(run.text)
  if (after === run.text) return []
  return editsBetween(run.text, after).flatMap(({ from, to, text }) => {
    const old = run.text.slice(from, to)
    if (old.includes(noText) || text.includes(noText)) return []
    // A lone space cannot be seen: the characters at its sides belong to the finding.
    if (old === '' && from > 0 && from < run.text.length) {
      const [before = '', next = ''] = [run.text[from - 1], run.text[from]]
      if (before === noText || next === noText) return []
      return [
        inText(isSpace(text) ? 'spacing' : 'punctuation', run, from - 1, from + 1, {
          fix: before + text + next,
        }),
      ]
    }
    if (old === '') return []
    const rule = isSpace(old) && isSpace(text) ? 'spacing' : 'punctuation'
    return [inText(rule, run, from, to, { fix: text })]
  })
}

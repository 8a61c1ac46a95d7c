export interface SmartTypingOptions {
  quotes: 'off' | 'curly' | 'corner'
  dashes: boolean
  fullWidth: boolean
}

export interface Replacement {
  /** How many characters before the typed one go. */
  remove: number
  insert: string
}

const chinese = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”‘’—…]/u
const letter = /[\p{Script=Han}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

const marks = {
  curly: { '"': ['“', '”'], "'": ['‘', '’'] },
  corner: { '"': ['「', '」'], "'": ['『', '』'] },
} as const

const wide: Record<string, string> = {
  ',': '，',
  '.': '。',
  '?': '？',
  '!': '！',
  ':': '：',
  ';': '；',
  '(': '（',
}

/** Whether the last letter of the text is a Chinese one; undefined when there is none. */
export function isChinese(text: string): boolean | undefined {
  for (const character of [...text].reverse())
    if (letter.test(character)) return /\p{Script=Han}/u.test(character)
  return undefined
}

const openOnes = (text: string, open: string, close: string) => {
  let count = 0
  for (const character of text) {
    if (character === open) count++
    else if (character === close && count > 0) count--
  }
  return count
}

/**
 * What a typed character becomes after the text before it in its block, in Chinese. Null: it stays. `inChinese` says
 * what the text around is where nothing before tells.
 */
export function smartText(
  before: string,
  typed: string,
  { quotes, dashes, fullWidth }: SmartTypingOptions,
  inChinese: boolean,
): Replacement | null {
  if (!(isChinese(before) ?? inChinese)) return null
  const last = [...before].at(-1) ?? ''
  if (quotes !== 'off' && (typed === '"' || typed === "'")) {
    const [open, close] = marks[quotes][typed]
    const isOpen = openOnes(before, open, close) > 0
    // An apostrophe in a Latin word, or the sign of inches.
    if (!isOpen && /[\p{Script=Latin}\d]/u.test(last)) return null
    return { remove: 0, insert: isOpen ? close : open }
  }
  if (dashes) {
    // A line that begins with hyphens is a divider in the making.
    if (typed === '-' && /[^\s-]\s*-$/u.test(before)) return { remove: 1, insert: '——' }
    if (/^[.。]$/.test(typed) && /(?<![.。…])([.]{2}|。{2})$/u.test(before))
      return { remove: 2, insert: '……' }
  }
  if (fullWidth) {
    // Stops on the way to an ellipsis are looked at together.
    if (typed === '.' && /[.。]$/.test(before)) return last === '。' ? { remove: 0, insert: '。' } : null
    if (typed === ')' && openOnes(before, '（', '）') > 0) return { remove: 0, insert: '）' }
    const full = wide[typed]
    if (full && chinese.test(last)) return { remove: 0, insert: full }
  }
  return null
}

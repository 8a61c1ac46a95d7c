import type { NodeJson } from '#shared/document/document-json.ts'
import { textBlock } from './document-builder.ts'

/** Lines of a text without what cannot be seen, ends trimmed. */
export const linesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    .replace(/[\u00a0\t]/g, ' ')
    .replace(/[\x00-\x08\x0e-\x1f\x7f\u200b\ufeff\ufffe]/g, '')
    .split('\n')
    .map((line) => line.trim())

/** For comparing titles: width, case and white space do not matter. */
export const sameText = (a: string, b: string): boolean => comparable(a) === comparable(b)
export const comparable = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const longestHeading = 40
const credit = /^(图|图片|图源|来源|作者|文|编辑|责编|责任编辑|校对|审核|注|摄影)\s*[::|丨/]/u

/** A line that no reader would take for a sentence. A question may be a heading; a quoted full sentence is none. */
export function looksLikeHeading(line: string): boolean {
  const bare = line.replace(/[”’"'」』)）】》\]]+$/u, '')
  return (
    [...line].length <= longestHeading &&
    /[\p{L}\p{N}]/u.test(line) &&
    !/[。!！;；,，、:：…~～.]$/u.test(bare) &&
    !credit.test(line) &&
    !/^https?:\/\//i.test(line)
  )
}

/**
 * Paragraphs and section headings of a plain text: every line is a paragraph; a short line between blank lines that
 * something follows is a heading.
 */
export function blocksOf(lines: readonly string[]): NodeJson[] {
  const last = lines.findLastIndex((line) => line !== '')
  return lines.flatMap((line, index) => {
    if (line === '') return []
    const alone = (lines[index - 1] ?? '') === '' && lines[index + 1] === ''
    return [textBlock(alone && index < last && looksLikeHeading(line) ? 'heading' : 'paragraph', line)]
  })
}

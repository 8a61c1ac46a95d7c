import { type Needles, type Range, rangesOf } from './highlight.ts'

export interface Snippet {
  snippet: string
  snippetRanges: Range[]
}

const lead = 24
const size = 120

/** A passage of about 120 characters around the first hit in `text`; '' where there is none. */
export function snippetOf(text: string, needles: Needles): Snippet {
  const first = rangesOf(text, needles)[0]
  if (!first) return { snippet: '', snippetRanges: [] }
  const start = passageStart(text, first[0])
  const end = notInsidePair(text, Math.min(text.length, Math.max(start + size, first[1])))
  // Line ends become spaces, one for one.
  const passage = `${start > 0 ? '…' : ''}${text.slice(start, end).replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`
  return { snippet: passage, snippetRanges: rangesOf(passage, needles) }
}

/** Begins at a sentence where one begins shortly before the hit. */
function passageStart(text: string, hit: number): number {
  const from = Math.max(0, hit - lead)
  if (from === 0) return 0
  const before = text.slice(from, hit)
  const sentence = Math.max(...['。', '!', '?', '！', '？', '\n'].map((mark) => before.lastIndexOf(mark)))
  return notInsidePair(text, sentence >= 0 ? from + sentence + 1 : from)
}

const notInsidePair = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at

import { isHeading } from './block-names.ts'
import { childNodes, type ElementLike, isElement, textOf } from './element-like.ts'
import { styleOf } from './style-of.ts'

interface Item {
  paragraph: ElementLike
  list: string
  level: number
  /** The number that it begins with; null in a list of dots. */
  number: number | null
}

/** Lists of Word are paragraphs that tell their level and carry their mark as text. */
export function buildWordLists(root: ElementLike): void {
  let run: Item[] = []
  const end = () => {
    if (run.length > 0) build(run)
    run = []
  }
  let last: ElementLike | null = null
  for (const paragraph of root.querySelectorAll('[style*="mso-list"]')) {
    const found = /\bl(\d+)\s+level(\d+)/.exec(styleOf(paragraph).get('mso-list') ?? '')
    if (!found || paragraph.localName === 'span') continue
    const mark = takeMark(paragraph)
    if (paragraph.localName === 'li') continue
    if (isHeading(paragraph)) {
      // The number of a heading is part of what it says.
      if (mark) paragraph.prepend(`${mark} `)
      continue
    }
    if (last === null || !follows(last, paragraph)) end()
    run.push({ paragraph, list: found[1] ?? '', level: Number(found[2]), number: numberOf(mark) })
    last = paragraph
  }
  end()
}

/** Empty paragraphs between two items do not end a list. */
function follows(before: ElementLike, paragraph: ElementLike): boolean {
  if (before.parentElement !== paragraph.parentElement) return false
  let next = before.nextElementSibling
  const skipped: ElementLike[] = []
  while (
    next &&
    next !== paragraph &&
    next.localName === 'p' &&
    textOf(next).trim() === '' &&
    !next.querySelector('img')
  ) {
    skipped.push(next)
    next = next.nextElementSibling
  }
  if (next !== paragraph) return false
  for (const empty of skipped) empty.remove()
  return true
}

/** Removes the mark before the text and answers it. */
function takeMark(paragraph: ElementLike): string {
  for (const span of paragraph.querySelectorAll('[style*="mso-list"]')) {
    if (!/^ignore$/i.test(styleOf(span).get('mso-list') ?? '')) continue
    const mark = textOf(span)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
    span.remove()
    return mark
  }
  return ''
}

const digits = '〇一二三四五六七八九'

/** Null for a dot of any kind; letters of symbol fonts stand for dots too, so a letter counts only with a delimiter. */
export function numberOf(mark: string): number | null {
  const bare = mark.replace(/^[(（[]/, '')
  const arabic = /^第?(?:\d+\.)*(\d+)/.exec(bare)?.[1]
  if (arabic) return Number(arabic)
  if (/^[①-⑳]/u.test(bare)) return (bare.codePointAt(0) ?? 0x2460) - 0x245f
  const chinese = /^第?([〇一二三四五六七八九十百]+)[、.)）．章节条\s]?/u.exec(bare)?.[1]
  if (chinese) return chineseNumber(chinese)
  const letter = /^([a-z]{1,5})[.)）、．]/i.exec(bare)?.[1]?.toLowerCase()
  if (!letter) return null
  return letter.length === 1 && letter !== 'i' && letter !== 'v' && letter !== 'x'
    ? letter.charCodeAt(0) - 96
    : 1
}

function chineseNumber(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : ['0', written]
  const value = (part: string | undefined, empty: number) =>
    part === '' || part === undefined ? empty : part === '0' ? 0 : Math.max(0, digits.indexOf(part))
  return value(tens, 1) * 10 + value(ones, 0) || 1
}

function build(run: readonly Item[]): void {
  const first = run[0]
  if (!first) return
  const document = first.paragraph.ownerDocument
  const anchor = document.createElement('div')
  first.paragraph.before(anchor)
  const open: { list: ElementLike; level: number; ordered: boolean; id: string }[] = []
  for (const { paragraph, level, number, list: id } of run) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const ordered = number !== null
    const current = open.at(-1)
    if (current && current.level === level && (current.ordered !== ordered || current.id !== id)) open.pop()
    if (open.at(-1)?.level !== level || open.length === 0) {
      const list = document.createElement(ordered ? 'ol' : 'ul')
      if (number !== null && number > 1) list.setAttribute('start', String(number))
      const above = open.at(-1)?.list
      const item = above && lastItem(above)
      if (item) item.append(list)
      else anchor.before(list)
      open.push({ list, level, ordered, id })
    }
    const item = document.createElement('li')
    const content = document.createElement('p')
    content.append(...childNodes(paragraph))
    item.append(content)
    open.at(-1)?.list.append(item)
    paragraph.remove()
  }
  anchor.remove()
}

const lastItem = (list: ElementLike): ElementLike | undefined => childNodes(list).filter(isElement).at(-1)

import { holdsBlocks } from './block-names.ts'
import {
  childNodes,
  type ElementLike,
  isElement,
  isText,
  rename,
  textOf,
  unwrap,
  visibleText,
} from './element-like.ts'
import { fontSize, isBoldWeight, styleOf } from './style-of.ts'

interface Look {
  bold: boolean
  size: number
}

const longest = 40
const usual: Look = { bold: false, size: 16 }

/**
 * Headings of texts that have none: short paragraphs that are bold and larger than the text around. Many write them so
 * in WeChat's editor and in Word. Where a page has headings, large bold lines are something else.
 */
export function headingsBySize(root: ElementLike): void {
  if (root.querySelector('h1, h2, h3, h4, h5, h6') || !root.querySelector('[style*="font-size"]')) return
  const lines = Array.from(root.querySelectorAll('p, section, div'))
    .filter(
      (line) =>
        !line.closest('td, th, li, blockquote, figure') && !holdsBlocks(line) && visibleText(line) !== '',
    )
    .map((line) => ({ line, ...lookOf(line) }))
  const text = usualSize(lines)
  const titles = lines.filter(
    ({ line, bold, size }) => bold && size >= text * 1.12 && size >= 17 && looksLikeTitle(visibleText(line)),
  )
  // Where most lines look so, none is a heading.
  if (titles.length === 0 || titles.length * 2 > lines.length) return
  const largest = Math.max(...titles.map(({ size }) => size))
  for (const { line, size } of titles) {
    for (const bold of Array.from(line.querySelectorAll('b, strong'))) unwrap(bold)
    rename(line, size >= largest - 0.5 ? 'h2' : 'h3', ['style', 'align'])
  }
}

const looksLikeTitle = (line: string): boolean =>
  [...line].length <= longest && /[\p{L}\p{N}]/u.test(line) && !/[。！!；;，,、：:…]$/u.test(line)

/** The size that most of the text has. */
function usualSize(lines: readonly { line: ElementLike; size: number }[]): number {
  const characters = new Map<number, number>()
  for (const { line, size } of lines)
    characters.set(size, (characters.get(size) ?? 0) + visibleText(line).length)
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? usual.size
}

/** Bold when all of it is; as large as its smallest part. */
function lookOf(line: ElementLike): Look {
  const parts: Look[] = []
  const collect = (element: ElementLike, around: Look) => {
    const look = within(element, around)
    for (const child of childNodes(element)) {
      if (isElement(child)) collect(child, look)
      else if (isText(child) && textOf(child).trim() !== '') parts.push(look)
    }
  }
  collect(line, inherited(line))
  return {
    bold: parts.length > 0 && parts.every(({ bold }) => bold),
    size: parts.length > 0 ? Math.min(...parts.map(({ size }) => size)) : usual.size,
  }
}

function within(element: ElementLike, around: Look): Look {
  const style = styleOf(element)
  const bold = isBoldWeight(style.get('font-weight'))
  return {
    bold: bold ?? (/^(b|strong)$/.test(element.localName) || around.bold),
    size: fontSize(style.get('font-size')) ?? around.size,
  }
}

function inherited(line: ElementLike): Look {
  const above: ElementLike[] = []
  for (let current = line.parentElement; current; current = current.parentElement) above.unshift(current)
  return above.reduce((look, element) => within(element, look), usual)
}

import { holdsBlocks, isBlock } from './block-names.ts'
import {
  childElements,
  childNodes,
  type ElementLike,
  isElement,
  type NodeLike,
  rename,
  textOf,
  unwrap,
  visibleText,
} from './element-like.ts'
import { styleOf } from './style-of.ts'

const meaning = /(^|\s)(gallery|callout|embed|pull-quote|details-content|math|table|footnotes)([\s-]|$)/
const carriesMeaning = (element: ElementLike) =>
  meaning.test(element.getAttribute('class') ?? '') || element.hasAttribute('data-math')

/** Boxes of pages become paragraphs; lines that are parted by two line ends too. Alignment comes down to the text. */
export function repairBlocks(root: ElementLike): void {
  for (const term of Array.from(root.querySelectorAll('dt'))) rename(term, 'p')
  shiftHeadings(root)
  for (const details of root.querySelectorAll('details')) repairDetails(details)
  for (const box of Array.from(root.querySelectorAll('[style*="text-align"], [align], center')))
    alignText(box)
  for (const box of [root, ...root.querySelectorAll('div, section, article, main, header, footer')]) {
    if (!carriesMeaning(box)) partLines(box)
  }
  for (const box of Array.from(root.querySelectorAll('div, section, center'))) {
    if (carriesMeaning(box) || holdsBlocks(box)) continue
    // What only holds a picture, or stands within a line, is no paragraph.
    if (visibleText(box) === '' || box.closest('p, h1, h2, h3, h4, h5, h6')) unwrap(box)
    else rename(box, 'p', ['class'])
  }
}

/** Where headings of the first level divide the text, those below them keep below: an article has none of the first. */
function shiftHeadings(root: ElementLike): void {
  if (Array.from(root.querySelectorAll('h1')).length < 2 || !root.querySelector('h2')) return
  for (const level of [3, 2, 1])
    for (const heading of Array.from(root.querySelectorAll(`h${level}`)))
      rename(heading, `h${level + 1}`, heading.getAttributeNames())
}

/** From a style or from the attribute of old pages. At both edges is how Word sets all text: it says nothing. */
function alignText(box: ElementLike): void {
  const side =
    box.localName === 'center' ? 'center' : (styleOf(box).get('text-align') ?? box.getAttribute('align'))
  if (
    !/^(center|right|end|left|start)$/i.test(side ?? '') ||
    /^(table|td|th|tr|img|col)$/.test(box.localName)
  )
    return
  const value = /^(right|end)$/i.test(side ?? '') ? 'right' : side?.toLowerCase() === 'center' ? 'center' : ''
  const lines =
    /^(p|h[1-6])$/.test(box.localName) || !holdsBlocks(box)
      ? [box]
      : Array.from(box.querySelectorAll('p, h1, h2, h3, h4, h5, h6'))
  for (const line of lines) {
    // Outer boxes come first, so the innermost word counts.
    const names = (line.getAttribute('class') ?? '').replace(/(^|\s)align-\w+/g, '')
    line.setAttribute('class', `${names} ${value ? `align-${value}` : ''}`.trim())
  }
}

function partLines(box: ElementLike): void {
  const nodes = childNodes(box)
  if (!nodes.some((node, index) => isBreak(node) && isBreak(nextSolid(nodes, index)))) return
  const document = box.ownerDocument
  let line: NodeLike[] = []
  const end = () => {
    while (line.length > 0 && isSpace(line.at(-1))) line.pop()?.remove()
    const first = line[0]
    if (first) {
      const paragraph = document.createElement('p')
      first.replaceWith(paragraph)
      paragraph.append(...line)
    }
    line = []
  }
  let breaks = 0
  for (const node of nodes) {
    if (isElement(node) && isBlock(node)) {
      end()
      breaks = 0
      continue
    }
    if (isBreak(node)) {
      breaks++
      if (breaks === 2) end()
      if (line.length === 0) node.remove()
      else line.push(node)
      continue
    }
    if (textOf(node).trim() !== '' || isElement(node)) breaks = 0
    else if (line.length === 0) continue
    line.push(node)
  }
  end()
}

const isBreak = (node: NodeLike | undefined): boolean =>
  node !== undefined && isElement(node) && node.localName === 'br'
const isSpace = (node: NodeLike | undefined): boolean =>
  node !== undefined && (isBreak(node) || (!isElement(node) && textOf(node).trim() === ''))
const nextSolid = (nodes: readonly NodeLike[], index: number): NodeLike | undefined =>
  nodes.slice(index + 1, index + 4).find((node) => isElement(node) || textOf(node).trim() !== '')

/** A summary first, the rest in one box. */
function repairDetails(details: ElementLike): void {
  const elements = childElements(details)
  if (elements.some((element) => /(^|\s)details-content(\s|$)/.test(element.getAttribute('class') ?? '')))
    return
  const document = details.ownerDocument
  const summary =
    elements.find(({ localName }) => localName === 'summary') ?? document.createElement('summary')
  const content = document.createElement('div')
  content.setAttribute('class', 'details-content')
  content.append(...childNodes(details).filter((node) => node !== summary))
  details.append(summary, content)
}

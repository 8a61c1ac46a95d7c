import { isBlock } from './block-names.ts'
import { type ElementLike, isElement, isText, type NodeLike, textOf, visibleText } from './element-like.ts'

const cjk = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f]'
const lineEndInChinese = new RegExp(`(?<=${cjk})[ \\t]*\\r?\\n[ \\t]*(?=${cjk})`, 'g')
const kept = 'img, iframe, hr, table, [data-math], [data-footnote], input, pre, ul, ol'

/** Spacing that is no text: empty paragraphs, indentation by wide spaces, line ends of the source between characters. */
export function tidySpacing(root: ElementLike): void {
  for (const span of Array.from(root.querySelectorAll('.Apple-converted-space')))
    span.replaceWith(textOf(span).replace(/\u00a0/g, ' '))
  for (const block of Array.from(root.querySelectorAll('p, h1, h2, h3, h4, h5, h6'))) {
    if (visibleText(block) === '') {
      if (!block.querySelector(kept)) block.remove()
      continue
    }
    const first = firstText(block)
    if (first) first.textContent = textOf(first).replace(/^[\s\u3000\u00a0]+/, '')
  }
  for (const br of Array.from(root.querySelectorAll('br'))) if (isBetweenBlocks(br)) br.remove()
  joinLines(root)
}

/** A line end that stands beside blocks, not within a line. */
function isBetweenBlocks(br: ElementLike): boolean {
  const siblings = Array.from(br.parentElement?.childNodes ?? []).filter(
    (node) => node === br || textOf(node).trim() !== '' || (isElement(node) && node.localName !== 'br'),
  )
  const index = siblings.indexOf(br)
  const beside = [siblings[index - 1], siblings[index + 1]].filter((node) => node !== undefined)
  return (
    beside.length > 0 &&
    beside.every((node) => isElement(node) && (isBlock(node) || node.localName === 'img'))
  )
}

/** The text that a block begins with; null where something else comes first. */
function firstText(block: ElementLike): NodeLike | null {
  for (const node of Array.from(block.childNodes)) {
    if (isText(node)) {
      if (textOf(node) !== '') return node
    } else if (isElement(node))
      return node.localName === 'br' || node.querySelector('img') ? null : firstText(node)
  }
  return null
}

function joinLines(element: ElementLike): void {
  if (element.localName === 'pre') return
  for (const node of Array.from(element.childNodes)) {
    if (isElement(node)) joinLines(node)
    else if (isText(node) && textOf(node).includes('\n'))
      node.textContent = textOf(node).replace(lineEndInChinese, '')
  }
}

import { childNodes, type ElementLike, rename, textOf, unwrap, visibleText } from './element-like.ts'
import { isHidden } from './style-of.ts'

const marks =
  'td[class^="xl"], td[class^="et"], [data-sheets-root], google-sheets-html-origin, table td[height][style*="height"]'

/** Cells of Excel, WPS and Google Sheets: no hidden rows, no cells filled with a space. */
export function cleanSpreadsheet(root: ElementLike): void {
  if (!root.querySelector(marks)) return
  for (const row of root.querySelectorAll('tr, td, col')) if (isHidden(row)) row.remove()
  for (const cell of root.querySelectorAll('td, th')) {
    if (visibleText(cell) !== '' || cell.querySelector('img')) continue
    for (const node of childNodes(cell)) node.remove()
  }
}

/** A first row that is bold, above rows that are not, is the head of a table that comes with a look of its own. */
export function promoteHeaders(root: ElementLike): void {
  for (const table of root.querySelectorAll('table')) {
    if (table.querySelector('th')) continue
    const [first, second] = Array.from(table.querySelectorAll('tr'))
    if (!first || !second) continue
    const cells = Array.from(first.querySelectorAll('td'))
    const styled = cells.some((cell) => cell.hasAttribute('style') || cell.hasAttribute('class'))
    if (!styled || !isBold(first) || isBold(second)) continue
    for (const cell of cells) {
      for (const bold of cell.querySelectorAll('strong')) unwrap(bold)
      rename(cell, 'th', ['colspan', 'rowspan'])
    }
  }
}

const isBold = (row: ElementLike): boolean => {
  const whole = textOf(row).replace(/\s/g, '').length
  const bold = Array.from(row.querySelectorAll('strong')).reduce(
    (sum, element) => sum + textOf(element).replace(/\s/g, '').length,
    0,
  )
  return whole > 0 && bold === whole
}

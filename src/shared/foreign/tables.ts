import { childElements, childNodes, type ElementLike, rename, unwrap, visibleText } from './element-like.ts'

/** Tables that hold what a table may hold: frames for layout go, tables in tables become lines. */
export function repairTables(root: ElementLike): void {
  for (const table of Array.from(root.querySelectorAll('table')).reverse()) {
    const cells = Array.from(table.querySelectorAll('td, th'))
    if (cells.length === 0) unwrapAll(table)
    else if (cells.length === 1 && cells[0]) table.replaceWith(...childNodes(cells[0]))
    else if (table.parentElement?.closest('td, th')) flatten(table)
  }
  for (const caption of Array.from(root.querySelectorAll('caption'))) {
    const table = caption.closest('table')
    if (!table) continue
    const line = rename(caption, 'p')
    table.before(line)
  }
  for (const cell of root.querySelectorAll('td, th')) {
    for (const block of Array.from(cell.querySelectorAll('blockquote, aside, details, summary')))
      unwrap(block)
    for (const rule of Array.from(cell.querySelectorAll('hr'))) rule.remove()
  }
}

const unwrapAll = (table: ElementLike): void => table.replaceWith(...childNodes(table))

function flatten(table: ElementLike): void {
  const document = table.ownerDocument
  const lines = Array.from(table.querySelectorAll('tr')).map((row) => {
    const line = document.createElement('p')
    line.append(childElements(row).map(visibleText).filter(Boolean).join(' | '))
    return [line, ...Array.from(row.querySelectorAll('img'))]
  })
  table.replaceWith(...lines.flat())
}

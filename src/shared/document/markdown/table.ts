import type { NodeJson } from '../document-json.ts'
import { inlineOf, type MarkdownState } from './block.ts'

const isPlainCell = ({ attrs, content = [] }: NodeJson): boolean =>
  (attrs?.colspan ?? 1) === 1 &&
  (attrs?.rowspan ?? 1) === 1 &&
  !attrs?.colwidth &&
  content.length === 1 &&
  content[0]?.type === 'paragraph' &&
  !content[0].attrs?.align

/** One row of headers, text alone in the cells, as many in each row. */
function isPlain({ content: rows = [] }: NodeJson): boolean {
  const columns = rows[0]?.content?.length ?? 0
  return (
    columns > 0 &&
    rows.every(
      ({ content: cells = [] }, row) =>
        cells.length === columns &&
        cells.every((cell) => (cell.type === 'tableHeader') === (row === 0) && isPlainCell(cell)),
    )
  )
}

/** A table as GitHub writes it; null where it is more than that can say. */
export function tableMarkdown(node: NodeJson, state: MarkdownState): string | null {
  if (!isPlain(node)) return null
  const before = state.notes.length
  const [head = [], ...rows] = (node.content ?? []).map(({ content: cells = [] }) =>
    cells.map((cell) => inlineOf(cell.content?.[0] ?? cell, state, true).replace(/\|/g, '\\|')),
  )
  // An even number of backslashes before a bar would leave it a border.
  if ([head, ...rows].flat().some((cell) => /(?<!\\)(?:\\\\)+\|/.test(cell))) {
    state.notes.length = before
    return null
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

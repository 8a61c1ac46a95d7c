import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { __pastedCells, handlePaste, isInTable, TableMap } from '@tiptap/pm/tables'

/** prosemirror-tables 1.8 looks for the last of the pasted cells where it would begin, and throws when that is further up. */
function rowsWithLastCell({ width, height, rows }: ReturnType<typeof __pastedCells> & {}, schema: Schema) {
  const { table, tableRow, tableCell } = schema.nodes
  if (!table || !tableRow || !tableCell) return null
  const cells = table.create(
    null,
    rows.map((row) => tableRow.create(null, row)),
  )
  const map = TableMap.get(cells)
  const position = map.map[height * width - 1]
  if (position === undefined) return null
  const last = map.findCell(position)
  if (last.top === height - 1) return null
  // Its lowest row becomes cells of their own.
  const shorter = (cell: Node) =>
    cell.type.create({ ...cell.attrs, rowspan: height - 1 - last.top }, cell.content, cell.marks)
  const empty = Array.from({ length: last.right - last.left }, () => tableCell.createAndFill()).filter(
    (cell) => cell !== null,
  )
  return cells.children.map((row, index) => {
    if (index === last.top)
      return row.copy(row.content.replaceChild(row.childCount - 1, shorter(row.child(row.childCount - 1))))
    return index === height - 1 ? row.copy(row.content.append(Fragment.from(empty))) : row
  })
}

export const pasteMergedCells = () =>
  new Plugin({
    props: {
      handlePaste(view, event, slice) {
        if (!isInTable(view.state)) return false
        const cells = __pastedCells(slice)
        const rows = cells && rowsWithLastCell(cells, view.state.schema)
        const table = rows && view.state.schema.nodes.table?.create(null, rows)
        return table ? handlePaste(view, event, new Slice(Fragment.from(table), 0, 0)) : false
      },
    },
  })

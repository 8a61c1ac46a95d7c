import { Fragment, type Schema } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import {
  CellSelection,
  type __Area as Cells,
  __clipCells as clipCells,
  __insertCells as insertCells,
  isInTable,
  __pastedCells as pastedCells,
  type Rect,
  selectionCell,
  TableMap,
  tableNodeTypes,
} from '@tiptap/pm/tables'

/** The cells as many rows high; `clipCells` itself ends some of those that reach beyond the last one too early. */
function ofHeight({ width, height, rows }: Cells, wanted: number): Cells {
  const within = (row: Fragment, left: number) =>
    Fragment.from(
      row.content.map((cell) => {
        const rowspan = Math.min(cell.attrs.rowspan, left)
        return cell.type.create({ ...cell.attrs, rowspan }, cell.content)
      }),
    )
  const fitting = Array.from({ length: wanted }, (_, index) =>
    within(rows[index % height] ?? Fragment.empty, wanted - index),
  )
  return { width, height: wanted, rows: fitting }
}

/** Where pasted cells go, and which of them: into the cells that are selected, or from the one with the caret on. */
function placeOf(state: EditorState, cells: Cells): { start: number; rect: Rect; cells: Cells } {
  const { selection } = state
  if (!(selection instanceof CellSelection)) {
    const $cell = selectionCell(state)
    const start = $cell.start(-1)
    return { start, rect: TableMap.get($cell.node(-1)).findCell($cell.pos - start), cells }
  }
  const { $anchorCell, $headCell } = selection
  const start = $anchorCell.start(-1)
  const rect = TableMap.get($anchorCell.node(-1)).rectBetween($anchorCell.pos - start, $headCell.pos - start)
  const [width, height] = [rect.right - rect.left, rect.bottom - rect.top]
  return { start, rect, cells: clipCells(ofHeight(cells, height), width, height) }
}

/** Where the last of the cells is, if it reaches into the last row from above. */
function hangingCell({ width, height, rows }: Cells, schema: Schema): Rect | null {
  const { table, row } = tableNodeTypes(schema)
  const map = TableMap.get(
    table.create(
      null,
      rows.map((cells) => row.create(null, cells)),
    ),
  )
  const position = map.map[width * height - 1]
  const last = position === undefined ? null : map.findCell(position)
  return last && last.top < height - 1 ? last : null
}

/** The cells with empty ones in the last row, where the hanging one would be. */
function cutShort({ width, height, rows }: Cells, hanging: Rect, schema: Schema): Cells {
  const { cell } = tableNodeTypes(schema)
  const empty = Array.from({ length: hanging.right - hanging.left }, () => cell.createAndFill() ?? [])
  const cut = rows.map((row, index) => {
    if (index === height - 1) return row.append(Fragment.from(empty.flat()))
    const last = row.lastChild
    if (index !== hanging.top || !last) return row
    const attrs = { ...last.attrs, rowspan: height - 1 - hanging.top }
    return row.replaceChild(row.childCount - 1, last.type.create(attrs, last.content))
  })
  return { width, height, rows: cut }
}

/** Puts the hanging cell in the place of the empty ones. */
function hang(
  tr: Transaction,
  start: number,
  { top, left }: Rect,
  height: number,
  hanging: Rect,
): Transaction {
  const table = tr.doc.nodeAt(start - 1)
  if (!table) return tr
  const { map, width } = TableMap.get(table)
  const at = (row: number, column: number) => start + (map[(top + row) * width + left + column] ?? 0)
  const cell = at(hanging.top, hanging.left)
  const end = at(height - 1, hanging.right - 1)
  tr.delete(at(height - 1, hanging.left), end + (tr.doc.nodeAt(end)?.nodeSize ?? 0))
  tr.setNodeAttribute(cell, 'rowspan', height - hanging.top)
  return tr.setSelection(CellSelection.create(tr.doc, at(0, 0), cell))
}

/**
 * Pastes cells into cells, also where some are merged downwards. prosemirror-tables 1.8 would select as far as where the
 * last one begins in the last row, and throws when it begins above: there it gets empty cells, which go before anybody
 * sees them.
 */
export const pasteCells = () =>
  new Plugin({
    props: {
      handlePaste(view, _event, slice) {
        const { state } = view
        const pasted = isInTable(state) && pastedCells(slice)
        if (!pasted) return false
        const { start, rect, cells } = placeOf(state, pasted)
        const hanging = hangingCell(cells, state.schema)
        if (!hanging) insertCells(state, view.dispatch, start, rect, cells)
        else {
          const show = (tr: Transaction) => view.dispatch(hang(tr, start, rect, cells.height, hanging))
          insertCells(state, show, start, rect, cutShort(cells, hanging, state.schema))
        }
        return true
      },
    },
  })

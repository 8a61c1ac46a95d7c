import {
  IconArrowMerge,
  IconArrowsSplit2,
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTableColumn,
  IconTableMinus,
  IconTableRow,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { blockAround } from '../block-around.ts'
import type { EditorCommand } from './command.ts'

type TableChange =
  | 'addRowBefore'
  | 'addRowAfter'
  | 'deleteRow'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'deleteColumn'
  | 'mergeCells'
  | 'splitCell'
  | 'toggleHeaderRow'
  | 'toggleHeaderColumn'
  | 'deleteTable'

const change = (id: TableChange, icon: TablerIcon, more: Partial<EditorCommand> = {}): EditorCommand => ({
  id: `table.${id}`,
  group: 'table',
  label: (t) => t(`blocks:tableCommand.${id}`),
  icon,
  isEnabled: (editor) => editor.isActive('table'),
  run: (editor) => editor.chain().focus()[id]().run(),
  ...more,
})

const firstCells = (editor: Editor, of: 'row' | 'column') => {
  const table = blockAround(editor.state, 'table')?.node
  const cells = of === 'row' ? table?.firstChild?.children : table?.children.map((row) => row.firstChild)
  return cells?.every((cell) => !cell || cell.type.name === 'tableHeader') ?? false
}

/** What can be done to the table with the caret. */
export const tableCommands: EditorCommand[] = [
  change('addRowBefore', IconRowInsertTop),
  change('addRowAfter', IconRowInsertBottom),
  change('deleteRow', IconRowRemove),
  change('addColumnBefore', IconColumnInsertLeft),
  change('addColumnAfter', IconColumnInsertRight),
  change('deleteColumn', IconColumnRemove),
  change('mergeCells', IconArrowMerge, {
    isEnabled: (editor) => editor.isActive('table') && editor.can().mergeCells(),
  }),
  change('splitCell', IconArrowsSplit2, {
    isEnabled: (editor) => editor.isActive('table') && editor.can().splitCell(),
  }),
  change('toggleHeaderRow', IconTableRow, { isActive: (editor) => firstCells(editor, 'row') }),
  change('toggleHeaderColumn', IconTableColumn, { isActive: (editor) => firstCells(editor, 'column') }),
  change('deleteTable', IconTableMinus),
]

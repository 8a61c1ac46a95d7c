import { IconArrowDown, IconArrowUp, IconCopyPlus, IconTrash, type TablerIcon } from '@tabler/icons-react'
import type { Transaction } from '@tiptap/pm/state'
import { deleteBlocks, duplicateBlocks, moveBlocks } from '../move/move-blocks.ts'
import type { EditorCommand } from './command.ts'

const block = (
  id: 'moveUp' | 'moveDown' | 'duplicateBlock' | 'deleteBlock',
  icon: TablerIcon,
  keys: string,
  change: (tr: Transaction) => boolean,
): EditorCommand => ({
  id,
  group: 'block',
  label: (t) => t(`writing:block.${id}`),
  icon,
  keys,
  run({ view }) {
    const { tr } = view.state
    if (change(tr)) view.dispatch(tr)
    view.focus()
  },
})

/** What can be done to the blocks of the selection. */
export const blockCommands: EditorCommand[] = [
  block('moveUp', IconArrowUp, 'Alt+Shift+ArrowUp', (tr) => moveBlocks(tr, -1)),
  block('moveDown', IconArrowDown, 'Alt+Shift+ArrowDown', (tr) => moveBlocks(tr, 1)),
  block('duplicateBlock', IconCopyPlus, 'Mod+Shift+D', duplicateBlocks),
  block('deleteBlock', IconTrash, 'Mod+Shift+Backspace', deleteBlocks),
]

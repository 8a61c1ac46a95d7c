import { Extension, type KeyboardShortcutCommand } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

const replaceByBoundary: KeyboardShortcutCommand = ({ editor }) => {
  const { selection } = editor.state
  if (!(selection instanceof TextSelection) || selection.$from.sameParent(selection.$to)) return false
  return editor
    .chain()
    .deleteSelection()
    .first(({ commands }) => [
      () => commands.splitListItem('listItem'),
      () => commands.splitListItem('taskItem'),
      () => commands.splitBlock(),
    ])
    .run()
}

/**
 * Enter over text of several blocks: what is selected goes first. TipTap splits by what stood there before, and throws
 * where that went with the selection.
 */
export const enterOverBlocks = Extension.create({
  name: 'enterOverBlocks',
  addKeyboardShortcuts: () => ({ Enter: replaceByBoundary }),
})

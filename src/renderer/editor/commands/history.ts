import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { EditorCommand } from './command.ts'

export const historyCommands: EditorCommand[] = [
  {
    id: 'undo',
    group: 'history',
    label: (t) => t('editor:toolbar.undo'),
    icon: IconArrowBackUp,
    keys: 'Mod+Z',
    isEnabled: (editor) => undoDepth(editor.state) > 0,
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    id: 'redo',
    group: 'history',
    label: (t) => t('editor:toolbar.redo'),
    icon: IconArrowForwardUp,
    keys: 'Mod+Shift+Z',
    isEnabled: (editor) => redoDepth(editor.state) > 0,
    run: (editor) => editor.chain().focus().redo().run(),
  },
]

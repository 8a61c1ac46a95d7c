import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { EditorCommand } from './command.ts'

export const historyCommands: EditorCommand[] = [
  {
    id: 'undo',
    group: 'history',
    label: (t) => t('editor:toolbar.undo'),
    icon: IconArrowBackUp,
    keys: 'Mod+Z',
    isEnabled: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    id: 'redo',
    group: 'history',
    label: (t) => t('editor:toolbar.redo'),
    icon: IconArrowForwardUp,
    keys: 'Mod+Shift+Z',
    isEnabled: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
]

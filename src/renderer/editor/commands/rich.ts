import { IconAsterisk, IconBrandYoutube, IconMath, IconMathFunction } from '@tabler/icons-react'
import { canInsertFootnote, insertFootnote } from '../insert-footnote.ts'
import { openNodeEditor } from '../node-editors/node-editors.ts'
import type { EditorCommand } from './command.ts'

const inText: EditorCommand['isEnabled'] = ({ state }) => !state.selection.$from.parent.type.spec.code

/** Formulas, notes and videos: each asks for what it shows in a small window. */
export const richCommands: EditorCommand[] = [
  {
    id: 'footnote',
    group: 'insert',
    label: (t) => t('blocks:footnote'),
    icon: IconAsterisk,
    keys: 'Mod+Alt+F',
    slash: ['footnote', 'note'],
    isEnabled: (editor) => canInsertFootnote(editor.state),
    run: (editor) => insertFootnote(editor.view),
  },
  {
    id: 'mathInline',
    group: 'insert',
    label: (t) => t('blocks:mathInline'),
    icon: IconMath,
    keys: 'Mod+Alt+E',
    slash: ['math', 'latex', 'equation'],
    isEnabled: inText,
    run: (editor) => openNodeEditor(editor.view, 'mathInline'),
  },
  {
    id: 'mathBlock',
    group: 'insert',
    label: (t) => t('blocks:mathBlock'),
    icon: IconMathFunction,
    slash: ['math', 'latex', 'equation', 'formula'],
    isEnabled: inText,
    run: (editor) => openNodeEditor(editor.view, 'mathBlock'),
  },
  {
    id: 'embed',
    group: 'insert',
    label: (t) => t('blocks:embed'),
    icon: IconBrandYoutube,
    slash: ['video', 'embed', 'bilibili', 'youtube'],
    isEnabled: inText,
    run: (editor) => openNodeEditor(editor.view, 'embed'),
  },
]

import {
  IconBold,
  IconCode,
  IconHighlight,
  IconItalic,
  IconLink,
  IconStrikethrough,
  IconSubscript,
  IconSuperscript,
  IconUnderline,
  type TablerIcon,
} from '@tabler/icons-react'
import type { EditorCommand } from './command.ts'

const mark = (
  id: 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'highlight' | 'superscript' | 'subscript',
  icon: TablerIcon,
  keys: string,
): EditorCommand => ({
  id,
  group: 'mark',
  label: (t) => t(`editor:toolbar.${id}`),
  icon,
  keys,
  isActive: (editor) => editor.isActive(id),
  run: (editor) => editor.chain().focus().toggleMark(id).run(),
})

export const markCommands: EditorCommand[] = [
  mark('bold', IconBold, 'Mod+B'),
  mark('italic', IconItalic, 'Mod+I'),
  mark('underline', IconUnderline, 'Mod+U'),
  mark('strike', IconStrikethrough, 'Mod+Shift+S'),
  mark('highlight', IconHighlight, 'Mod+Shift+H'),
  mark('code', IconCode, 'Mod+E'),
  mark('superscript', IconSuperscript, 'Mod+.'),
  mark('subscript', IconSubscript, 'Mod+,'),
  {
    id: 'link',
    group: 'mark',
    label: (t) => t('editor:toolbar.link'),
    icon: IconLink,
    keys: 'Mod+Shift+K',
    isActive: (editor) => editor.isActive('link'),
    run: (_editor, around) => around.openLink(),
  },
]

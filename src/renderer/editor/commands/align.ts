import {
  IconAlignCenter,
  IconAlignJustified,
  IconAlignLeft,
  IconAlignRight,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { alignments } from '#shared/document/alignment.ts'
import type { EditorCommand } from './command.ts'

const types = ['paragraph', 'heading']
const isAligned = (editor: Editor, align: (typeof alignments)[number]) =>
  types.some((type) => editor.isActive(type, { align }))

const alignment = (
  id: 'alignStart' | 'alignCenter' | 'alignRight' | 'alignJustify',
  align: (typeof alignments)[number] | null,
  icon: TablerIcon,
  keys: string,
): EditorCommand => ({
  id,
  group: 'align',
  label: (t) => t(`blocks:${id}`),
  icon,
  keys,
  slash: ['align'],
  isActive: (editor) =>
    align ? isAligned(editor, align) : !alignments.some((other) => isAligned(editor, other)),
  isEnabled: (editor) => types.some((type) => editor.isActive(type)),
  run: (editor) => {
    const chain = editor.chain().focus()
    for (const type of types) chain.updateAttributes(type, { align })
    chain.run()
  },
})

export const alignCommands: EditorCommand[] = [
  alignment('alignStart', null, IconAlignLeft, 'Mod+Shift+L'),
  alignment('alignCenter', 'center', IconAlignCenter, 'Mod+Shift+E'),
  alignment('alignRight', 'right', IconAlignRight, 'Mod+Shift+R'),
  alignment('alignJustify', 'justify', IconAlignJustified, 'Mod+Shift+J'),
]

import { IconClipboardText, IconMarkdown, IconPhotoDown } from '@tabler/icons-react'
import { remotePictures } from '../transfers/transfers.ts'
import type { EditorCommand } from './command.ts'

export const pasteCommands: EditorCommand[] = [
  {
    id: 'pastePlainText',
    group: 'paste',
    label: (t) => t('paste:command.plain'),
    icon: IconClipboardText,
    keys: 'Mod+Shift+V',
    run: (editor) => editor.commands.pastePlainText(),
  },
  {
    id: 'pasteMarkdown',
    group: 'paste',
    label: (t) => t('paste:command.markdown'),
    icon: IconMarkdown,
    slash: ['markdown', 'md', 'paste'],
    run: (editor) => editor.commands.pasteMarkdown(),
  },
  {
    id: 'fetchPictures',
    group: 'paste',
    label: (t) => t('paste:command.fetch'),
    icon: IconPhotoDown,
    slash: ['fetch', 'pictures'],
    isEnabled: (editor) => remotePictures(editor.state.doc).size > 0,
    run: (editor) => editor.commands.fetchPictures(),
  },
]

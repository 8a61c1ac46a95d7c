import {
  IconBlockquote,
  IconH2,
  IconH3,
  IconH4,
  IconInfoSquareRounded,
  IconLayoutGrid,
  IconLayoutNavbarCollapse,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconPhoto,
  IconPilcrow,
  IconQuote,
  IconReplace,
  IconSearch,
  IconSeparatorHorizontal,
  IconSourceCode,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react'
import { insertDetails, insertTable } from '../insert-writable.ts'
import { pickPictures } from '../pick-pictures.ts'
import type { EditorCommand } from './command.ts'
import { toggleWrap } from './toggle-wrap.ts'

const heading = (level: 2 | 3 | 4, icon: TablerIcon): EditorCommand => ({
  id: `heading${level}`,
  group: 'turnInto',
  label: (t) => t('editor:toolbar.heading', { level: level - 1 }),
  icon,
  keys: `Mod+Alt+${level}`,
  slash: [`h${level - 1}`, 'heading'],
  isActive: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
})

export const turnIntoCommands: EditorCommand[] = [
  {
    id: 'paragraph',
    group: 'turnInto',
    label: (t) => t('editor:toolbar.paragraph'),
    icon: IconPilcrow,
    keys: 'Mod+Alt+0',
    slash: ['text', 'paragraph'],
    isActive: (editor) => editor.isActive('paragraph'),
    run: (editor) => editor.chain().focus().setParagraph().run(),
  },
  heading(2, IconH2),
  heading(3, IconH3),
  heading(4, IconH4),
  {
    id: 'blockquote',
    group: 'turnInto',
    label: (t) => t('editor:toolbar.blockquote'),
    icon: IconBlockquote,
    keys: 'Mod+Shift+B',
    slash: ['quote'],
    isActive: (editor) => editor.isActive('blockquote'),
    run: toggleWrap('blockquote'),
  },
  {
    id: 'codeBlock',
    group: 'turnInto',
    label: (t) => t('editor:toolbar.codeBlock'),
    icon: IconSourceCode,
    keys: 'Mod+Alt+C',
    slash: ['code'],
    isActive: (editor) => editor.isActive('codeBlock'),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
]

export const listCommands: EditorCommand[] = [
  {
    id: 'bulletList',
    group: 'list',
    label: (t) => t('editor:toolbar.bulletList'),
    icon: IconList,
    keys: 'Mod+Shift+8',
    slash: ['ul', 'list'],
    isActive: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    group: 'list',
    label: (t) => t('editor:toolbar.orderedList'),
    icon: IconListNumbers,
    keys: 'Mod+Shift+7',
    slash: ['ol', 'list'],
    isActive: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'taskList',
    group: 'list',
    label: (t) => t('editor:toolbar.taskList'),
    icon: IconListCheck,
    keys: 'Mod+Shift+9',
    slash: ['todo', 'task'],
    isActive: (editor) => editor.isActive('taskList'),
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
]

const noTable: EditorCommand['isEnabled'] = (editor) => !editor.isActive('table')

export const insertCommands: EditorCommand[] = [
  {
    id: 'table',
    group: 'insert',
    label: (t) => t('blocks:table'),
    icon: IconTable,
    keys: 'Mod+Alt+T',
    slash: ['table'],
    isEnabled: noTable,
    run: (editor) => insertTable(editor),
  },
  {
    id: 'gallery',
    group: 'insert',
    label: (t) => t('blocks:gallery'),
    icon: IconLayoutGrid,
    slash: ['gallery', 'pictures'],
    isEnabled: noTable,
    run: (editor) => pickPictures((files) => editor.commands.uploadImages(files, { asGallery: true })),
  },
  {
    id: 'callout',
    group: 'insert',
    label: (t) => t('blocks:callout'),
    icon: IconInfoSquareRounded,
    slash: ['callout', 'note', 'tip', 'warning'],
    isActive: (editor) => editor.isActive('callout'),
    isEnabled: noTable,
    run: toggleWrap('callout'),
  },
  {
    id: 'details',
    group: 'insert',
    label: (t) => t('blocks:details'),
    icon: IconLayoutNavbarCollapse,
    slash: ['details', 'fold', 'toggle'],
    isEnabled: noTable,
    run: (editor) => insertDetails(editor),
  },
  {
    id: 'pullQuote',
    group: 'insert',
    label: (t) => t('blocks:pullQuote'),
    icon: IconQuote,
    slash: ['pull quote'],
    isActive: (editor) => editor.isActive('pullQuote'),
    isEnabled: noTable,
    run: toggleWrap('pullQuote'),
  },
  {
    id: 'divider',
    group: 'insert',
    label: (t) => t('editor:toolbar.divider'),
    icon: IconSeparatorHorizontal,
    slash: ['hr', 'divider'],
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  {
    id: 'image',
    group: 'insert',
    label: (t) => t('editor:toolbar.image'),
    icon: IconPhoto,
    slash: ['image', 'picture'],
    run: (_editor, around) => around.pickImages(),
  },
]

export const toolCommands: EditorCommand[] = [
  {
    id: 'find',
    group: 'tool',
    label: (t) => t('editor:toolbar.find'),
    icon: IconSearch,
    keys: 'Mod+F',
    run: (_editor, around) => around.openFind(),
  },
  {
    id: 'replace',
    group: 'tool',
    label: (t) => t('editor:toolbar.replace'),
    icon: IconReplace,
    keys: 'Mod+H',
    run: (_editor, around) => around.openFind(true),
  },
]

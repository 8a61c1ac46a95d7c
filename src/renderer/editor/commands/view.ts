import {
  IconArrowsMaximize,
  IconColumns2,
  IconCopyPlus,
  IconFocusCentered,
  IconSwitchHorizontal,
  IconTemplate,
  IconTextPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import type { CommandGroup, EditorCommand } from './command.ts'

const asked = (
  group: CommandGroup,
  id:
    | 'saveSnippet'
    | 'saveTemplate'
    | 'duplicateArticle'
    | 'openBeside'
    | 'otherSide'
    | 'toggleFocusMode'
    | 'toggleFullScreen',
  icon: TablerIcon,
  keys?: string,
): EditorCommand => ({
  id,
  group,
  label: (t) => t(`writing:command.${id}`),
  icon,
  ...(keys ? { keys } : {}),
  ...(group === 'view' ? { anywhere: true } : {}),
  run: (_editor, around) => around[id](),
})

/** What concerns the whole article. */
export const articleCommands: EditorCommand[] = [
  asked('article', 'saveSnippet', IconTextPlus),
  asked('article', 'saveTemplate', IconTemplate),
  asked('article', 'duplicateArticle', IconCopyPlus),
]

/** How the desk looks; their shortcuts work wherever the focus is. */
export const viewCommands: EditorCommand[] = [
  asked('view', 'openBeside', IconColumns2, 'Mod+Alt+B'),
  asked('view', 'otherSide', IconSwitchHorizontal, 'F6'),
  asked('view', 'toggleFocusMode', IconFocusCentered, 'Mod+Alt+O'),
  asked('view', 'toggleFullScreen', IconArrowsMaximize, 'Mod+Alt+Enter'),
]

import type { TablerIcon } from '@tabler/icons-react'

export interface PaletteAction {
  key: string
  label: string
  icon: TablerIcon
  shortcut?: string
  /** Find it besides its label. */
  words?: readonly string[]
  run: () => void
}

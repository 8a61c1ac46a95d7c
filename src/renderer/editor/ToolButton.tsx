import { ActionIcon, Tooltip } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { shortcutKeys } from '../ui/shortcut.ts'

interface Props {
  icon: TablerIcon
  label: string
  /** As people press it, e.g. `Mod+B`. */
  keys?: string
  active?: boolean
  disabled?: boolean
  onClick: () => void
}

/** How a shortcut is written on this machine. */
export const shortcut = (keys: string) => shortcutKeys(keys).join(shortcutKeys('mod')[0] === '⌘' ? '' : '+')

export function ToolButton({ icon: Icon, label, keys, active, disabled, onClick }: Props) {
  return (
    <Tooltip label={keys ? `${label}  ${shortcut(keys)}` : label}>
      <ActionIcon
        size={28}
        variant={active ? 'light' : 'subtle'}
        color={active ? undefined : 'gray'}
        aria-label={label}
        aria-pressed={active}
        disabled={disabled}
        // The selection stays where it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        <Icon size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}

import { ActionIcon, Tooltip } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'

interface LineActionProps {
  label: string
  icon: TablerIcon
  onClick: () => void
  disabled?: boolean
}

/** A small button with nothing but an icon; its name shows on hovering. */
export function LineAction({ label, icon: Icon, onClick, disabled = false }: LineActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick} disabled={disabled}>
        <Icon size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

import { ActionIcon, type ActionIconProps, type ElementProps } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { tooltip } from './tooltip.ts'

interface Props
  extends ActionIconProps,
    Omit<ElementProps<'button', keyof ActionIconProps>, 'aria-label' | 'aria-pressed' | 'children'> {
  /** Its name; the tooltip says it too. */
  label: string
  icon: TablerIcon
  iconSize?: number
  pressed?: boolean | undefined
  /** 'mod+K'; the tooltip shows it beside the name. */
  keys?: string | undefined
  /** What the tooltip says instead of the name. */
  tip?: string
}

/** A button with nothing but an icon. */
export function IconButton({ label, icon: Icon, iconSize = 16, pressed, keys, tip = label, ...rest }: Props) {
  return (
    <ActionIcon
      variant={pressed ? 'light' : 'subtle'}
      aria-label={label}
      aria-pressed={pressed}
      {...tooltip(tip, { keys })}
      {...rest}
    >
      <Icon size={iconSize} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}

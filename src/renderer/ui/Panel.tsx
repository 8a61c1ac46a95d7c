import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Panel.module.css'

interface PanelProps {
  title: string
  hint?: string
  actions?: ReactNode
  children: ReactNode
}

export function Panel({ title, hint, actions, children }: PanelProps) {
  return (
    <section className={classes.panel} aria-label={title}>
      <Group className={classes.head} gap="xs" wrap="nowrap">
        <Title order={2} fz={13.5}>
          {title}
        </Title>
        {hint && (
          <Text size="xs" c="dimmed" truncate>
            {hint}
          </Text>
        )}
        <Group gap={4} ml="auto" wrap="nowrap">
          {actions}
        </Group>
      </Group>
      {children}
    </section>
  )
}

export function PanelNote({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" px={14} py="sm">
      {children}
    </Text>
  )
}

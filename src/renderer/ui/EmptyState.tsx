import { Center, Group, Stack, Text, Title } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: TablerIcon
  title: string
  hint?: string
  /** What to do next. */
  children?: ReactNode
}

export function EmptyState({ icon: Icon, title, hint, children }: EmptyStateProps) {
  return (
    <Center h="100%" p="xl">
      <Stack align="center" gap="xs" maw={460}>
        <Icon size={36} stroke={1.2} color="var(--mantine-color-dimmed)" aria-hidden />
        <Title order={2} fz={16} ta="center">
          {title}
        </Title>
        {hint && (
          <Text ta="center" c="dimmed">
            {hint}
          </Text>
        )}
        {children && (
          <Group mt="xs" gap="xs" justify="center">
            {children}
          </Group>
        )}
      </Stack>
    </Center>
  )
}

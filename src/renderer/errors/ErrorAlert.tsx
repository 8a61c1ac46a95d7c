import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { presentError } from './present-error.ts'

/** A failure where it happened: what, what to do next, and trying again. */
export function ErrorAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const { title, next, detail } = presentError(error)
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} title={title} role="alert">
      <Group justify="space-between" align="flex-end">
        <div>
          <Text size="sm">{next}</Text>
          {detail && (
            <Text size="xs" c="dimmed" ff="monospace">
              {detail}
            </Text>
          )}
        </div>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

export function About() {
  const { t } = useTranslation(['settings', 'shell'])
  const { data } = useQuery(orpc.app.info.queryOptions())
  return (
    <Stack gap="xs">
      <Title order={2} fz={20}>
        {t('shell:productName')}
      </Title>
      <Text>{t('settings:aboutText')}</Text>
      {data && (
        <Text size="sm" c="dimmed">
          {t('settings:version', { version: data.version })} · {t(`settings:host.${data.host}`)} ·{' '}
          {data.platform}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('settings:license')}
      </Text>
    </Stack>
  )
}

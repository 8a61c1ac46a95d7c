import { Input, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { WritingSettings as Schema, type WritingSettings as Values } from '#shared/contract/settings.ts'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'

/** Takes effect at once. */
export function WritingSettings({ settings }: { settings: Values }) {
  const { t } = useTranslation('writing')
  const queryClient = useQueryClient()
  const save = useMutation(
    orpc.settings.update.mutationOptions({
      onSuccess: (next) => queryClient.setQueryData(orpc.settings.get.queryKey(), next),
      onError: reportError,
    }),
  )
  const change = (writing: Partial<Values>) => save.mutate({ writing })
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('settings.hint')}</Text>
      <Input.Wrapper label={t('settings.quotes')} labelElement="div">
        <div>
          <SegmentedControl
            mt={4}
            aria-label={t('settings.quotes')}
            data={[
              { value: 'curly', label: '“”　‘’' },
              { value: 'corner', label: '「」　『』' },
              { value: 'off', label: t('settings.quotesOff') },
            ]}
            value={settings.quotes}
            onChange={(value) => {
              const quotes = Schema.shape.quotes.safeParse(value)
              if (quotes.success) change({ quotes: quotes.data })
            }}
          />
        </div>
      </Input.Wrapper>
      <Switch
        label={t('settings.dashes')}
        description={t('settings.dashesHint')}
        checked={settings.dashes}
        onChange={(event) => change({ dashes: event.currentTarget.checked })}
      />
      <Switch
        label={t('settings.fullWidth')}
        description={t('settings.fullWidthHint')}
        checked={settings.fullWidth}
        onChange={(event) => change({ fullWidth: event.currentTarget.checked })}
      />
    </Stack>
  )
}

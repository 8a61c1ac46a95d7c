import { NumberInput, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MediaSettings as Schema, type MediaSettings as Values } from '#shared/contract/settings.ts'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'

const fields = [
  ['pictureBudget', 'picture'],
  ['articleBudget', 'article'],
] as const

/** How heavy pictures may be; saved when a field is left. */
export function MediaSettings({ settings }: { settings: Values }) {
  const { t } = useTranslation('media')
  const queryClient = useQueryClient()
  const save = useMutation(
    orpc.settings.update.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(orpc.settings.get.queryKey(), next)
        void queryClient.invalidateQueries({ queryKey: orpc.media.list.key() })
      },
      onError: reportError,
    }),
  )
  return (
    <Stack gap="sm" maw={420}>
      <Text size="sm" c="dimmed">
        {t('settings.hint')}
      </Text>
      {fields.map(([field, label]) => (
        <NumberInput
          key={`${field} ${settings[field]}`}
          label={t(`settings.${label}`)}
          min={(Schema.shape[field].minValue ?? 0) / 1000}
          max={(Schema.shape[field].maxValue ?? 0) / 1000}
          step={50}
          allowDecimal={false}
          thousandSeparator=","
          defaultValue={settings[field] / 1000}
          onBlur={({ currentTarget }) => {
            const kilobytes = Number(currentTarget.value.replaceAll(',', ''))
            const { minValue, maxValue } = Schema.shape[field]
            // As the field itself corrects it.
            const bytes = Math.min(Math.max(kilobytes * 1000, minValue ?? 0), maxValue ?? Infinity)
            if (/\d/.test(currentTarget.value) && bytes !== settings[field])
              save.mutate({ media: { [field]: bytes } })
          }}
        />
      ))}
    </Stack>
  )
}

import { Input, SegmentedControl, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { InterfaceSettings as Schema, type InterfaceSettings as Values } from '#shared/contract/settings.ts'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'

/** Takes effect at once. */
export function InterfaceSettings({ settings }: { settings: Values }) {
  const { t } = useTranslation('settings')
  const queryClient = useQueryClient()
  const save = useMutation(
    orpc.settings.update.mutationOptions({
      onSuccess: (next) => queryClient.setQueryData(orpc.settings.get.queryKey(), next),
      onError: reportError,
    }),
  )
  const change = (values: Partial<Record<keyof Values, string>>) => {
    const changes = Schema.partial().safeParse(values)
    if (changes.success) save.mutate({ interface: changes.data })
  }
  return (
    <Stack gap="lg">
      <Input.Wrapper label={t('interfaceLanguage')} labelElement="div">
        <div>
          <SegmentedControl
            mt={4}
            aria-label={t('interfaceLanguage')}
            data={[
              { value: 'auto', label: t('auto') },
              { value: 'zh-CN', label: '简体中文' },
              { value: 'en', label: 'English' },
            ]}
            value={settings.language}
            onChange={(language) => change({ language })}
          />
        </div>
      </Input.Wrapper>
      <Input.Wrapper label={t('colorScheme')} labelElement="div">
        <div>
          <SegmentedControl
            mt={4}
            aria-label={t('colorScheme')}
            data={[
              { value: 'auto', label: t('auto') },
              { value: 'light', label: t('light') },
              { value: 'dark', label: t('dark') },
            ]}
            value={settings.colorScheme}
            onChange={(colorScheme) => change({ colorScheme })}
          />
        </div>
      </Input.Wrapper>
    </Stack>
  )
}

import { Button, Checkbox, Group, Progress, Radio, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportDone } from './ExportDone.tsx'
import { formats } from './formats.ts'
import { useExport } from './use-export.ts'

interface Props {
  ids: ArticleId[]
  /** Null: to be chosen. */
  format: ExportFormat | null
  onClose: () => void
}

/** From articles to a file: format, progress, what came of it. */
export function ExportDialog({ ids, format, onClose }: Props) {
  const { t } = useTranslation(['exporting', 'common'])
  const { state, start, stop } = useExport(ids)
  const [chosen, setChosen] = useState<ExportFormat>(format ?? 'markdown')
  const [beside, setBeside] = useState(false)
  const started = useRef(false)
  useEffect(() => {
    // An HTML file asks where its pictures go; the others begin at once.
    if (format && format !== 'html' && !started.current) void start(format, 'inside')
    started.current = true
  })
  useEffect(() => {
    if (state.step === 'dismissed') onClose()
  }, [state.step, onClose])

  const close = () => {
    stop()
    onClose()
  }
  const begin = () => void start(chosen, beside ? 'beside' : 'inside')
  const { done = 0, total = ids.length } = (state.step === 'exporting' && state.progress) || {}
  return (
    <Dialog
      onClose={close}
      closeOnClickOutside={state.step !== 'exporting'}
      title={t('exporting:title', { count: ids.length })}
      size={480}
    >
      {state.step === 'choose' && (format === null || format === 'html') && (
        <Stack>
          {format === null && (
            <Radio.Group
              value={chosen}
              onChange={(value) => setChosen(formats.find((one) => one === value) ?? chosen)}
              label={t('exporting:formatLabel')}
            >
              <Stack gap="xs" mt="xs">
                {formats
                  .filter((one) => one !== 'pdf' || ids.length === 1)
                  .map((one) => (
                    <Radio
                      key={one}
                      value={one}
                      label={t(`exporting:format.${one}`)}
                      description={t(`exporting:hint.${one}`)}
                    />
                  ))}
              </Stack>
            </Radio.Group>
          )}
          {chosen === 'html' && (
            <Checkbox
              checked={beside}
              onChange={(event) => setBeside(event.currentTarget.checked)}
              label={t('exporting:beside')}
              description={t('exporting:besideHint')}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button onClick={begin} data-autofocus>
              {t('exporting:export')}
            </Button>
          </Group>
        </Stack>
      )}
      {state.step === 'exporting' && (
        <Stack mih={120} justify="center">
          <Group justify="space-between">
            <Text role="status">{t('exporting:exporting')}</Text>
            {total > 1 && <Text c="dimmed">{t('exporting:progress', { done, total })}</Text>}
          </Group>
          <Progress
            aria-label={t('exporting:exporting')}
            value={total > 1 ? (100 * done) / total : 100}
            animated={total === 1}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
          </Group>
        </Stack>
      )}
      {state.step === 'done' && <ExportDone file={state.file} onClose={onClose} />}
      {state.step === 'failed' && (
        <Stack>
          <ErrorAlert error={state.error} onRetry={begin} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}

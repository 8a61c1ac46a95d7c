import { Button, Center, Group, Loader, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bundleExtension } from '#shared/contract/bundles.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { useDesk } from '../../shell/desk-actions.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChooseFiles } from './ChooseFiles.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportReview } from './ImportReview.tsx'
import { useImport } from './use-import.ts'

/** From files to articles: choose, look at what each becomes, import, result. */
const holdsBundle = (files: readonly File[]) =>
  files.some(({ name }) => name.toLowerCase().endsWith(bundleExtension))

export function ImportDialog({ files, onClose }: { files: File[]; onClose: () => void }) {
  const { t } = useTranslation(['importing', 'common'])
  const { state, inspect, commit, choose, restart, stop, leave } = useImport(files)
  const desk = useDesk()
  const busy = state.step === 'importing'
  const close = () => {
    leave()
    onClose()
  }
  return (
    <Dialog
      onClose={close}
      closeOnEscape={!busy}
      closeOnClickOutside={state.step === 'choose'}
      title={t('importing:title')}
      size={state.step === 'review' ? 1040 : 560}
    >
      {state.step === 'choose' && (
        <ChooseFiles
          onFiles={(chosen) => (holdsBundle(chosen) ? desk.importFiles(chosen) : void inspect(chosen))}
        />
      )}
      {state.step === 'inspecting' && (
        <Center mih={160}>
          <Stack align="center">
            <Loader size="sm" />
            <Text role="status">{t('importing:inspecting', { count: state.files })}</Text>
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
          </Stack>
        </Center>
      )}
      {state.step === 'failed' && (
        <Stack>
          <ErrorAlert error={state.error} onRetry={() => void inspect(state.files)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={restart}>
              {t('common:back')}
            </Button>
          </Group>
        </Stack>
      )}
      {state.step === 'review' && (
        <ImportReview
          items={state.items}
          choice={state.choice}
          error={state.error}
          onChoice={choose}
          onBack={restart}
          onCommit={() => void commit(state)}
        />
      )}
      {state.step === 'importing' && (
        <Stack mih={140} justify="center">
          <Group justify="space-between">
            <Text role="status">{t('importing:importing')}</Text>
            <Text c="dimmed">{t('importing:progress', state.progress)}</Text>
          </Group>
          <Progress
            aria-label={t('importing:importing')}
            value={(100 * state.progress.done) / Math.max(1, state.progress.total)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={stop}>
              {t('importing:stop')}
            </Button>
          </Group>
        </Stack>
      )}
      {state.step === 'done' && (
        <ImportResult progress={state.progress} stopped={state.stopped} onAgain={restart} onClose={close} />
      )}
    </Dialog>
  )
}

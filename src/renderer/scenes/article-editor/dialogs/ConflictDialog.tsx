import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { ContentDiff } from '../diff/ContentDiff.tsx'
import { contentOf } from '../draft/content-fields.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'

/** Which of two versions stays. Closing it decides nothing: both are kept and saving waits. */
export function ConflictDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const theirs = useDraftState(draft, (state) => state.theirs)
  const [comparing, compare] = useDisclosure(false)
  const [busy, setBusy] = useState(false)
  if (!theirs) return null

  const settle = async (choose: () => Promise<void>, message: string) => {
    setBusy(true)
    try {
      await choose()
      onClose()
      notifications.show({ message })
    } catch (error) {
      reportError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('conflict.title')} size={comparing ? 960 : 520}>
      <Stack>
        <Text size="sm">{t('conflict.explain', { time: format.dateTime(theirs.updatedAt) })}</Text>
        {comparing && (
          <ContentDiff
            left={draft.content()}
            right={contentOf(theirs)}
            leftLabel={t('conflict.mine')}
            rightLabel={t('conflict.theirs')}
          />
        )}
        <Group justify="space-between">
          <Button variant="subtle" onClick={compare.toggle}>
            {comparing ? t('conflict.hideCompare') : t('conflict.compare')}
          </Button>
          <Group gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('conflict.later')}
            </Button>
            <Button
              variant="default"
              loading={busy}
              onClick={() => settle(draft.takeTheirs, t('conflict.tookTheirs'))}
            >
              {t('conflict.takeTheirs')}
            </Button>
            <Button
              loading={busy}
              onClick={() => settle(draft.keepMine, t('conflict.keptMine'))}
              data-autofocus
            >
              {t('conflict.keepMine')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ComparisonView } from '../compare/ComparisonView.tsx'
import { contentOf } from '../draft/content-fields.ts'
import type { Draft } from '../draft/draft.ts'
import { discardLeftBehind } from '../draft/drafts.ts'
import type { JournalEntry } from '../draft/journal.ts'

interface Props {
  draft: Draft
  entry: JournalEntry
  onClose: () => void
}

/** Offers what a crash left unsaved, beside what is stored. Nothing is replaced without being asked for. */
export function RecoveryDialog({ draft, entry, onClose }: Props) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const { stored, found } = useMemo(() => {
    const content = draft.content()
    return { stored: content, found: { ...content, ...entry.changes } }
  }, [draft, entry])

  const recover = async () => {
    try {
      if (entry.baseVersion !== draft.baseVersion()) await client.revisions.keep({ articleId: draft.id })
      draft.restore(contentOf(found))
      await draft.flush()
      await discardLeftBehind(draft.id)
      notifications.show({ message: t('recovery.recovered') })
      onClose()
    } catch (error) {
      reportError(error)
    }
  }
  const discard = () => discardLeftBehind(draft.id).then(onClose, reportError)

  return (
    <Dialog onClose={onClose} title={t('recovery.title')} size={1080}>
      <Stack>
        <Text size="sm">{t('recovery.explain', { time: format.dateTime(entry.at) })}</Text>
        {entry.baseVersion !== draft.baseVersion() && <Alert color="yellow">{t('recovery.newer')}</Alert>}
        <ComparisonView
          before={stored}
          after={found}
          beforeLabel={t('recovery.stored')}
          afterLabel={t('recovery.found')}
        />
        <Group justify="space-between">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('recovery.later')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={discard}>
              {t('recovery.discard')}
            </Button>
            <Button onClick={recover} data-autofocus>
              {t('recovery.recover')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Dialog>
  )
}

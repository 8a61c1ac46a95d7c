import { Button, Group, Loader, Modal, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RevisionSummary } from '#shared/contract/revisions.ts'
import { client, orpc } from '../../../api/client.ts'
import { ErrorAlert } from '../../../errors/ErrorAlert.tsx'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { ContentDiff } from '../diff/ContentDiff.tsx'
import type { Draft } from '../draft/draft.ts'

interface Props {
  draft: Draft
  revision: RevisionSummary
  onClose: () => void
}

/** A revision beside the article as it is now. */
export function RevisionDialog({ draft, revision, onClose }: Props) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const { data, error, refetch } = useQuery(orpc.revisions.get.queryOptions({ input: { id: revision.id } }))

  const restore = async () => {
    try {
      await draft.flush()
      draft.replace(await client.revisions.restore({ id: revision.id, baseVersion: draft.baseVersion() }))
      notifications.show({ message: t('revisions.restored') })
      onClose()
    } catch (failure) {
      reportError(failure)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('revisions.title', { time: format.dateTime(revision.createdAt) })}
      size={960}
    >
      <Stack>
        {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loader size="sm" m="xl" />}
        {data && (
          <ContentDiff
            left={data.content}
            right={draft.content()}
            leftLabel={t('revisions.then')}
            rightLabel={t('revisions.now')}
          />
        )}
        <Group justify="flex-end">
          <Button disabled={!data} onClick={restore}>
            {t('revisions.restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

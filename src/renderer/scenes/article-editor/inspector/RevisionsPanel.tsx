import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevisionSummary } from '#shared/contract/revisions.ts'
import { client, orpc } from '../../../api/client.ts'
import { ErrorAlert } from '../../../errors/ErrorAlert.tsx'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { RevisionDialog } from '../dialogs/RevisionDialog.tsx'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import classes from './Inspector.module.css'

export function RevisionsPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['editor', 'common'])
  const format = useFormat()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState<RevisionSummary | null>(null)
  const version = useDraftState(draft, (state) => state.stored.version)
  const options = orpc.revisions.list.queryOptions({ input: { articleId: draft.id } })
  const { data, error, refetch } = useQuery(options)

  // A saved version may have left a revision behind.
  const seen = useRef(version)
  useEffect(() => {
    if (seen.current === version) return
    seen.current = version
    void refetch()
  }, [version, refetch])

  const keep = async () => {
    try {
      await draft.flush()
      await client.revisions.keep({ articleId: draft.id })
      await queryClient.invalidateQueries({ queryKey: orpc.revisions.list.key() })
      notifications.show({ message: t('editor:revisions.kept') })
    } catch (failure) {
      reportError(failure)
    }
  }

  return (
    <>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('editor:revisions.empty')}
        </Text>
      )}
      <ul className={classes.revisions}>
        {data?.map((revision) => (
          <li key={revision.id}>
            <button type="button" onClick={() => setOpen(revision)}>
              <span>{format.dateTime(revision.createdAt)}</span>
              <span>{t(`editor:revisions.reason.${revision.reason}`)}</span>
              <span>{t('common:characters', { count: revision.characters })}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button size="compact-xs" variant="default" onClick={() => void keep()}>
        {t('editor:revisions.keep')}
      </Button>
      {open && <RevisionDialog draft={draft} revision={open} onClose={() => setOpen(null)} />}
    </>
  )
}

import { Button, Group, Loader, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compareDocuments, takeBack } from '#shared/compare/compare-documents.ts'
import { fieldUnits, pickFields, type UnitName } from '#shared/compare/fields.ts'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { RevisionSummary } from '#shared/contract/revisions.ts'
import { client, orpc } from '../../../api/client.ts'
import { ErrorAlert } from '../../../errors/ErrorAlert.tsx'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ComparisonView } from '../compare/ComparisonView.tsx'
import { contentOf } from '../draft/content-fields.ts'
import type { Draft } from '../draft/draft.ts'

interface Props {
  draft: Draft
  before: RevisionSummary
  /** Null: the article as it is now. */
  after: RevisionSummary | null
  onClose: () => void
}

/** Two revisions, or one beside the article as it is now, of which parts can be brought back. */
export function CompareDialog({ draft, before, after, onClose }: Props) {
  const { t } = useTranslation('revisions')
  const format = useFormat()
  const queryClient = useQueryClient()
  const left = useQuery(orpc.revisions.get.queryOptions({ input: { id: before.id } }))
  const right = useQuery({
    ...orpc.revisions.get.queryOptions({ input: { id: after?.id ?? before.id } }),
    enabled: after !== null,
  })
  // Read again after each part that was brought back.
  const [now, setNow] = useState<ArticleContent>(() => draft.content())
  const [busy, setBusy] = useState(false)
  const kept = useRef(false)
  const then = left.data?.content
  const other = after ? right.data?.content : now
  const error = left.error ?? right.error
  const label = (revision: RevisionSummary) =>
    `${format.dateTime(revision.createdAt)} · ${revision.name || t(`reason.${revision.reason}`)}`
  const changed = () => queryClient.invalidateQueries({ queryKey: orpc.revisions.list.key() })

  const work = async (run: () => Promise<void>) => {
    setBusy(true)
    try {
      await draft.flush()
      await run()
    } catch (failure) {
      reportError(failure)
    } finally {
      setBusy(false)
    }
  }
  const restore = (revision: RevisionSummary) =>
    work(async () => {
      draft.replace(
        await client.revisions.restore({ id: revision.id, baseVersion: draft.baseVersion() }),
        true,
      )
      await changed()
      notifications.show({ message: t('restored') })
      onClose()
    })
  /** What was there before the first part came back is kept. */
  const restorePart = (content: ArticleContent) =>
    work(async () => {
      if (!kept.current) await client.revisions.keep({ articleId: draft.id, reason: 'before_restore' })
      kept.current = true
      draft.restore(content)
      setNow(draft.content())
      await draft.flush()
      await changed()
    })
  const parts = then && {
    block: (ids: readonly number[]) =>
      void restorePart({ ...now, doc: takeBack(compareDocuments(then.doc, now.doc), new Set(ids)) }),
    field: (unit: UnitName) => {
      const names = fieldUnits.find(([first]) => first === unit)
      if (names) void restorePart({ ...now, ...pickFields(contentOf(then), names) })
    },
  }

  return (
    <Dialog onClose={onClose} title={after ? t('compareTitle') : t('againstNow')} size={1180}>
      <Stack>
        {error && <ErrorAlert error={error} onRetry={() => void left.refetch()} />}
        {!error && !(then && other) && <Loader size="sm" m="xl" />}
        {then && other && (
          <ComparisonView
            before={then}
            after={other}
            beforeLabel={label(before)}
            afterLabel={after ? label(after) : t('now')}
            {...(!after && parts && { takeBack: parts })}
          />
        )}
        <Group justify="flex-end" gap="xs">
          {after && (
            <Button variant="default" disabled={busy || !then} onClick={() => void restore(before)}>
              {t('restoreLeft')}
            </Button>
          )}
          <Button disabled={busy || !then} onClick={() => void restore(after ?? before)}>
            {after ? t('restoreRight') : t('restore')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choices, mergeContents, resolveMerge } from '#shared/compare/merge-contents.ts'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ComparisonView } from '../compare/ComparisonView.tsx'
import { contentOf } from '../draft/content-fields.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import { MergeView, undecided } from '../merge/MergeView.tsx'

/** What becomes of two versions. Closing it decides nothing: both are kept and saving waits. */
export function ConflictDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const theirs = useDraftState(draft, (state) => state.theirs)
  const [looking, look] = useState<'compare' | 'merge' | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const [busy, setBusy] = useState(false)
  const both = useMemo(() => {
    if (!theirs) return null
    const mine = draft.content()
    return {
      mine,
      theirs: contentOf(theirs),
      merge: mergeContents(draft.base(), mine, contentOf(theirs)),
    }
  }, [draft, theirs])
  if (!theirs || !both) return null

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
  const toggle = (what: 'compare' | 'merge') => look(looking === what ? null : what)
  const labels = { mineLabel: t('conflict.mine'), theirsLabel: t('conflict.theirs') }

  return (
    <Dialog onClose={onClose} title={t('conflict.title')} size={looking ? 1080 : 620}>
      <Stack>
        <Text size="sm">{t('conflict.explain', { time: format.dateTime(theirs.updatedAt) })}</Text>
        {looking === 'compare' && (
          <ComparisonView
            before={both.mine}
            after={both.theirs}
            beforeLabel={labels.mineLabel}
            afterLabel={labels.theirsLabel}
          />
        )}
        {looking === 'merge' && (
          <MergeView {...both} {...labels} hasBase choices={choices} onChoices={setChoices} />
        )}
        <Group justify="space-between">
          <Group gap={4}>
            <Button variant="subtle" onClick={() => toggle('compare')}>
              {looking === 'compare' ? t('conflict.hideCompare') : t('conflict.compare')}
            </Button>
            <Button variant="subtle" onClick={() => toggle('merge')} aria-expanded={looking === 'merge'}>
              {t('conflict.merge')}
            </Button>
          </Group>
          <Group gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('conflict.later')}
            </Button>
            {looking === 'merge' ? (
              <Button
                loading={busy}
                disabled={undecided(both.merge, choices) > 0}
                onClick={() =>
                  settle(() => draft.merge(resolveMerge(both.merge, choices)), t('conflict.merged'))
                }
              >
                {t('conflict.applyMerge')}
              </Button>
            ) : (
              <>
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
              </>
            )}
          </Group>
        </Group>
      </Stack>
    </Dialog>
  )
}

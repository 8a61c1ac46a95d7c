import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MediaUsage } from '#shared/contract/media.ts'
import type { ArticleId, MediaId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { flushAll } from '../article-editor/draft/drafts.ts'

interface Replacement {
  from: MediaId
  to: MediaId
  articleIds?: ArticleId[]
}

/** Articles whose present content shows it: what `replace` changes. */
export const shownIn = (usage: MediaUsage | undefined): number =>
  usage?.articles.filter(({ inBody, asCover }) => inBody || asCover).length ?? 0

/** What can be done to pictures, with words for progress and outcome. */
export function useMediaActions() {
  const { t } = useTranslation(['media', 'common'])
  return useMemo(() => {
    /** Shows how far it is, can be stopped, and offers the way back. Answers the articles that it changed. */
    async function replace(replacement: Replacement, undoing = false): Promise<ArticleId[]> {
      const id = `replace:${replacement.from}`
      const abort = new AbortController()
      let articleIds: ArticleId[] = []
      const show = (done: number, total: number) =>
        notifications[done === 0 ? 'show' : 'update']({
          id,
          autoClose: false,
          withCloseButton: false,
          message: (
            <Stack gap={6}>
              <Group justify="space-between">
                <Text size="sm">{t('media:replacing.progress', { done, total })}</Text>
                <Button variant="subtle" size="compact-xs" onClick={() => abort.abort()}>
                  {t('media:replacing.stop')}
                </Button>
              </Group>
              <Progress value={total === 0 ? 100 : (done / total) * 100} size="sm" aria-hidden />
            </Stack>
          ),
        })
      try {
        // What is being written is part of what is changed.
        await flushAll()
        for await (const progress of await client.media.replace(replacement)) {
          articleIds = progress.articleIds
          show(progress.done, progress.total)
          if (abort.signal.aborted) break
        }
        const count = articleIds.length
        const undo = () => void replace({ from: replacement.to, to: replacement.from, articleIds }, true)
        notifications.update({
          id,
          autoClose: 12_000,
          withCloseButton: true,
          message: (
            <Group justify="space-between">
              <Text size="sm">
                {t(undoing ? 'media:replacing.undone' : 'media:replacing.done', { count })}
              </Text>
              {!undoing && count > 0 && (
                <Button variant="light" size="compact-xs" onClick={undo}>
                  {t('common:undo')}
                </Button>
              )}
            </Group>
          ),
        })
      } catch (error) {
        notifications.hide(id)
        reportError(error)
      }
      return articleIds
    }

    async function deleteNow(ids: MediaId[]): Promise<void> {
      const { deleted, kept } = await client.media.delete({ ids })
      const lines = [
        deleted.length > 0 && t('media:deleted', { count: deleted.length }),
        kept.length > 0 && t('media:kept', { count: kept.length }),
      ].filter((line) => line !== false)
      notifications.show({ message: lines.join(' · '), autoClose: 5000 })
    }

    return {
      replace,
      confirmReplace: (replacement: Replacement, count: number) =>
        modals.openConfirmModal({
          title: t('media:replacing.title'),
          children: <Text size="sm">{t('media:replacing.text', { count })}</Text>,
          labels: { confirm: t('media:replacing.confirm'), cancel: t('common:cancel') },
          onConfirm: () => void replace(replacement),
        }),
      deleteNow,
      confirmDelete: (ids: MediaId[], onDone?: () => void) =>
        modals.openConfirmModal({
          title: t('media:deleteTitle', { count: ids.length }),
          children: <Text size="sm">{t('media:deleteText')}</Text>,
          labels: { confirm: t('media:delete'), cancel: t('common:cancel') },
          confirmProps: { color: 'red.8' },
          onConfirm: () => void deleteNow(ids).then(onDone, reportError),
        }),
    }
  }, [t])
}

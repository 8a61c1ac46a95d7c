import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId, CategoryId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'

const done = (message: string) => notifications.show({ message, autoClose: 4000 })

/** Whether it was done; what kept it from being done is shown. */
const attempt = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error) => {
      reportError(error)
      return false
    },
  )

/** What can be done to some articles at once, with words for the outcome. */
export function useArticleActions() {
  const { t } = useTranslation(['library', 'templates', 'common'])
  return useMemo(() => {
    const restore = (ids: ArticleId[]) =>
      attempt(
        client.articles
          .restore({ ids })
          .then(({ changed }) => done(t('library:restored', { count: changed }))),
      )

    const trash = async (ids: ArticleId[]) => {
      const { changed } = await client.articles.trash({ ids })
      const id = `trash:${ids.join()}`.slice(0, 200)
      notifications.show({
        id,
        autoClose: 10_000,
        message: (
          <Group justify="space-between">
            <Text size="sm">{t('library:trashed', { count: changed })}</Text>
            <Button
              variant="light"
              size="compact-xs"
              onClick={() => {
                notifications.hide(id)
                void restore(ids)
              }}
            >
              {t('common:undo')}
            </Button>
          </Group>
        ),
      })
    }

    const confirmDeletion = (title: string, onConfirm: () => Promise<{ changed: number }>) =>
      modals.openConfirmModal({
        title,
        children: <Text size="sm">{t('library:deleteText')}</Text>,
        labels: { confirm: t('library:deleteForever'), cancel: t('common:cancel') },
        confirmProps: { color: 'red.8' },
        onConfirm: () =>
          void onConfirm().then(({ changed }) => done(t('library:deleted', { count: changed })), reportError),
      })

    /** One after the other, in their order: each gets an address of its own. */
    const duplicate = async (ids: ArticleId[]) => {
      for (const id of ids) {
        const { title } = await client.articles.get({ id })
        await client.articles.duplicate({
          id,
          title: t('templates:copyOf', { title: title || t('common:untitled') }),
        })
      }
      done(t('library:duplicated', { count: ids.length }))
    }

    return {
      duplicate: (ids: ArticleId[]) => attempt(duplicate(ids)),
      restore,
      trash: (ids: ArticleId[]) => attempt(trash(ids)),
      categorize: (ids: ArticleId[], categoryId: CategoryId | null, category: string) =>
        attempt(
          client.articles
            .categorize({ ids, categoryId })
            .then(({ changed }) => done(t('library:filed', { count: changed, category }))),
        ),
      addTags: (ids: ArticleId[], tags: string[]) =>
        attempt(
          client.articles
            .addTags({ ids, tags })
            .then(({ changed }) => done(t('library:tagged', { count: changed }))),
        ),
      deleteForever: (ids: ArticleId[]) =>
        confirmDeletion(t('library:deleteTitle', { count: ids.length }), () =>
          client.articles.deleteForever({ ids }),
        ),
      emptyTrash: () => confirmDeletion(t('library:emptyTrashTitle'), () => client.articles.emptyTrash()),
    }
  }, [t])
}

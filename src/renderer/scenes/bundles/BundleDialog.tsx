import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choices, mergeContents } from '#shared/compare/merge-contents.ts'
import type { BundleInspection } from '#shared/contract/bundles.ts'
import { client } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { flushAll } from '../article-editor/draft/drafts.ts'
import { MergeView, undecided } from '../article-editor/merge/MergeView.tsx'
import classes from './BundleDialog.module.css'

/** What a review bundle holds and what would become of it here; nothing is written before it is asked for. */
export function BundleDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const { t } = useTranslation(['bundles', 'common'])
  const desk = useDesk()
  const [choices, setChoices] = useState<Choices>({})
  const inspection = useQuery({
    queryKey: ['bundle', file.name, file.size, file.lastModified],
    queryFn: async () => {
      // What is written in another window counts too.
      await flushAll()
      return client.bundles.inspect({ file })
    },
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const found = inspection.data
  const merge = useMemo(
    () =>
      found?.versions ? mergeContents(found.versions.base, found.versions.mine, found.versions.theirs) : null,
    [found],
  )
  const taking = useMutation({
    mutationFn: () =>
      client.bundles.merge({
        file,
        choices,
        ...(found?.article && { baseVersion: found.article.version }),
      }),
    onSuccess: ({ articleId, outcome }) => {
      notifications.show({ message: t(`bundles:done.${outcome}`) })
      onClose()
      desk.openArticle(articleId)
    },
  })
  const error = inspection.error ?? taking.error
  const retry = () => {
    taking.reset()
    setChoices({})
    void inspection.refetch()
  }

  return (
    <Dialog onClose={onClose} title={t('bundles:title')} size={found?.outcome === 'conflicts' ? 1080 : 620}>
      <Stack>
        {error && <ErrorAlert error={error} onRetry={retry} />}
        {inspection.isFetching && !found && (
          <Center mih={120}>
            <Loader size="sm" aria-label={t('bundles:reading')} />
          </Center>
        )}
        {found && <Facts found={found} />}
        {found?.versions && merge && (
          <MergeView
            merge={merge}
            mine={found.versions.mine}
            theirs={found.versions.theirs}
            hasBase={found.versions.base !== null}
            choices={choices}
            onChoices={setChoices}
            mineLabel={t('bundles:mine')}
            theirsLabel={t('bundles:theirs')}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {found && (
            <Button
              loading={taking.isPending}
              disabled={merge !== null && undecided(merge, choices) > 0}
              onClick={() => taking.mutate()}
              data-autofocus
            >
              {t(`bundles:take.${found.outcome}`)}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}

function Facts({ found }: { found: BundleInspection }) {
  const { t } = useTranslation(['bundles', 'common'])
  const format = useFormat()
  return (
    <Stack gap={6}>
      <Text fw={600} size="lg" className={classes.title}>
        {found.title || t('common:untitled')}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          found.author && t('bundles:from', { author: found.author }),
          format.dateTime(found.exportedAt),
          t('common:characters', { count: found.characters }),
          found.pictures > 0 && t('bundles:pictures', { count: found.pictures }),
          found.comments > 0 && t('bundles:comments', { count: found.comments }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="sm">{t(`bundles:outcome.${found.outcome}`)}</Text>
      {found.unknownCategory !== null && (
        <Text size="sm">
          {t(found.outcome === 'create' ? 'bundles:newCategory' : 'bundles:unknownCategory', {
            category: found.unknownCategory,
          })}
        </Text>
      )}
    </Stack>
  )
}

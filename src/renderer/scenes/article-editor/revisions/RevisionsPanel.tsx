import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevisionSummary } from '#shared/contract/revisions.ts'
import { client, orpc } from '../../../api/client.ts'
import { ErrorAlert } from '../../../errors/ErrorAlert.tsx'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useComposingValue } from '../../../ui/use-composing-value.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import { CompareDialog } from './CompareDialog.tsx'
import { NameDialog } from './NameDialog.tsx'
import { RevisionRow } from './RevisionRow.tsx'
import classes from './Revisions.module.css'

const pageSize = 100

/** How the article came to be what it is: by day, newest first. Any two are compared, one is restored. */
export function RevisionsPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation('revisions')
  const format = useFormat()
  const queryClient = useQueryClient()
  const [query, setQuery] = useState('')
  const search = useComposingValue(query, setQuery)
  const [sought] = useDebouncedValue(query.trim(), 150)
  const [picked, setPicked] = useState<readonly RevisionSummary[]>([])
  const [comparing, compare] = useState<{ before: RevisionSummary; after: RevisionSummary | null }>()
  const [naming, name] = useState<RevisionSummary>()
  const version = useDraftState(draft, (state) => state.stored.version)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery(
    orpc.revisions.list.infiniteOptions({
      input: (offset: number) => ({ articleId: draft.id, query: sought, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (last.length < pageSize ? undefined : pages.length * pageSize),
      placeholderData: (before) => before,
    }),
  )
  const revisions = useMemo(() => data?.pages.flat() ?? [], [data])
  const days = useMemo(
    () => [...Map.groupBy(revisions.entries(), ([, { createdAt }]) => format.date(createdAt))],
    [revisions, format],
  )

  // A saved version may have left a revision behind.
  const seen = useRef(version)
  useEffect(() => {
    if (seen.current === version) return
    seen.current = version
    void refetch()
  }, [version, refetch])

  const changed = () => queryClient.invalidateQueries({ queryKey: orpc.revisions.list.key() })
  const keep = async () => {
    try {
      await draft.flush()
      name(await client.revisions.keep({ articleId: draft.id }))
      await changed()
      notifications.show({ message: t('kept') })
    } catch (failure) {
      reportError(failure)
    }
  }
  const pick = (revision: RevisionSummary) =>
    setPicked(
      picked.some(({ id }) => id === revision.id)
        ? picked.filter(({ id }) => id !== revision.id)
        : [...picked.slice(-1), revision],
    )
  const comparePicked = () => {
    const [a, b] = [...picked].sort((one, other) => one.createdAt - other.createdAt || one.id - other.id)
    if (a) compare({ before: a, after: b ?? null })
  }

  return (
    <div className={classes.panel}>
      <Group gap="xs" className={classes.tools}>
        <TextInput
          size="xs"
          className={classes.search}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search.value}
          onChange={(event) => search.change(event.currentTarget.value)}
          {...search.composition}
        />
        <Button size="xs" variant="default" onClick={() => void keep()}>
          {t('keep')}
        </Button>
      </Group>
      {picked.length > 0 && (
        <Group gap="xs" className={classes.picked} justify="space-between">
          <Text size="xs">{t('picked', { count: picked.length })}</Text>
          <Group gap={4}>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setPicked([])}>
              {t('unpick')}
            </Button>
            <Button size="compact-xs" onClick={comparePicked}>
              {picked.length === 2 ? t('compareTwo') : t('compareNow')}
            </Button>
          </Group>
        </Group>
      )}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data && revisions.length === 0 && (
        <div className={classes.empty}>
          <IconHistory size={28} stroke={1.3} aria-hidden />
          <Text size="xs" c="dimmed" ta="center">
            {sought === '' ? t('empty') : t('notFound')}
          </Text>
        </div>
      )}
      {days.map(([day, entries]) => (
        <section key={day} className={classes.day}>
          <h3>{format.date(Date.now()) === day ? t('today') : day}</h3>
          <ul>
            {entries.map(([at, revision]) => (
              <RevisionRow
                key={revision.id}
                revision={revision}
                older={sought === '' ? revisions[at + 1] : undefined}
                picked={picked.some(({ id }) => id === revision.id)}
                onPick={() => pick(revision)}
                onOpen={() => compare({ before: revision, after: null })}
                onName={() => name(revision)}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button size="xs" variant="subtle" loading={isFetching} onClick={() => void fetchNextPage()}>
          {t('older')}
        </Button>
      )}
      {comparing && <CompareDialog draft={draft} {...comparing} onClose={() => compare(undefined)} />}
      {naming && (
        <NameDialog
          revision={naming}
          onClose={() => {
            name(undefined)
            void changed()
          }}
        />
      )}
    </div>
  )
}

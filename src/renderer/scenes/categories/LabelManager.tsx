import { Center, Loader, Table, UnstyledButton } from '@mantine/core'
import { IconArrowMerge, IconPencil, IconTags, IconTrash } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ArticleFilter } from '#shared/contract/articles.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { updateLibraryView } from '../library/library-view.ts'
import classes from './Categories.module.css'
import { type Label, LabelDialog, type LabelOperation, type LabelOperations } from './LabelDialog.tsx'

interface LabelManagerProps<Item extends Label> {
  title: string
  empty: { title: string; hint: string }
  /** Those that `query` finds. */
  labels: UseQueryResult<Item[]>
  all: UseQueryResult<Item[]>
  query: string
  onQuery: (query: string) => void
  filterOf: (name: string) => ArticleFilter
  /** Of a name. */
  maxLength: number
  operations: LabelOperations<Item>
}

/** Tags or bylines: what there is, how often, and putting them in order. */
export function LabelManager<Item extends Label>(props: LabelManagerProps<Item>) {
  const { title, empty, labels, all, query, onQuery, filterOf, maxLength, operations } = props
  const { t } = useTranslation(['categories', 'common'])
  const format = useFormat()
  const [, navigate] = useLocation()
  const [dialog, setDialog] = useState<{ operation: LabelOperation; label: Item }>()
  const items = labels.data ?? []
  const known = all.data ?? []
  const show = (name: string) => {
    updateLibraryView({ filter: filterOf(name), text: '' })
    navigate('/library')
  }
  if (labels.isPending) {
    return (
      <Center h={200}>
        <Loader size="sm" aria-label={t('common:loading')} />
      </Center>
    )
  }
  if (items.length === 0 && !query && !labels.error) {
    return <EmptyState icon={IconTags} title={empty.title} hint={empty.hint} />
  }
  return (
    <div className={classes.labels} role="group" aria-label={title}>
      <SearchField
        maw={320}
        mb="sm"
        aria-label={t('categories:searchLabels')}
        placeholder={t('categories:searchLabels')}
        value={query}
        onChange={onQuery}
      />
      {labels.error && <ErrorAlert error={labels.error} onRetry={() => void labels.refetch()} />}
      {items.length === 0 ? (
        <EmptyState icon={IconTags} title={t('categories:noMatch')} />
      ) : (
        <Table aria-label={title} maw={860} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('categories:name')}</Table.Th>
              <Table.Th>{t('categories:slug')}</Table.Th>
              <Table.Th w={90} ta="right">
                {t('categories:articles')}
              </Table.Th>
              <Table.Th w={120} aria-label={t('categories:actions')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((label) => (
              <Table.Tr key={label.id}>
                <Table.Td>
                  <UnstyledButton className={classes.labelName} onClick={() => show(label.name)}>
                    {label.name}
                  </UnstyledButton>
                </Table.Td>
                <Table.Td c="dimmed" fz={12}>
                  {label.slug}
                </Table.Td>
                <Table.Td ta="right">{format.number(label.articleCount)}</Table.Td>
                <Table.Td>
                  <div className={classes.actions}>
                    <IconButton
                      label={t('common:rename')}
                      icon={IconPencil}
                      onClick={() => setDialog({ operation: 'rename', label })}
                    />
                    <IconButton
                      label={t('categories:mergeInto')}
                      icon={IconArrowMerge}
                      disabled={known.length < 2}
                      onClick={() => setDialog({ operation: 'merge', label })}
                    />
                    <IconButton
                      label={t('common:delete')}
                      icon={IconTrash}
                      onClick={() => setDialog({ operation: 'remove', label })}
                    />
                  </div>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {dialog && (
        <LabelDialog
          {...dialog}
          maxLength={maxLength}
          others={known.filter(({ id }) => id !== dialog.label.id)}
          operations={operations}
          onDone={() => {
            setDialog(undefined)
            void labels.refetch()
            void all.refetch()
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}

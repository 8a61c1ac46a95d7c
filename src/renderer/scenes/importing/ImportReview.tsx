import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportItem } from '#shared/contract/importing.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { ImportReviewRow } from './ImportReviewRow.tsx'
import type { ImportChoice } from './use-import.ts'

interface ImportReviewProps {
  items: ImportItem[]
  choice: ImportChoice
  error: unknown
  onChoice: (choice: ImportChoice) => void
  onBack: () => void
  onCommit: () => void
}

/** What each file would become; nothing has been written yet. */
export function ImportReview({ items, choice, error, onChoice, onBack, onCommit }: ImportReviewProps) {
  const { t } = useTranslation(['importing', 'library', 'common'])
  const rows = items.map((item, index) => ({ item, index }))
  const failed = items.filter(({ failure }) => failure !== null).length
  const articles = [...choice.values()].reduce((sum, related) => sum + 1 + related.size, 0)

  const toggle = (index: number) => {
    const next = new Map(choice)
    if (!next.delete(index)) next.set(index, new Set())
    onChoice(new Map([...next].sort(([a], [b]) => a - b)))
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {t('importing:summary', { ready: items.length - failed, failed })}
      </Text>
      {error !== undefined && <ErrorAlert error={error} />}
      <ScrollArea.Autosize
        mah="calc(100dvh - 260px)"
        offsetScrollbars="present"
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('importing:table') }}
      >
        <Table aria-label={t('importing:table')} stickyHeader verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={32} aria-label={t('library:column.select')} />
              <Table.Th>{t('library:column.title')}</Table.Th>
              <Table.Th w={100}>{t('library:column.category')}</Table.Th>
              <Table.Th w={100}>{t('library:column.byline')}</Table.Th>
              <Table.Th w={140}>{t('library:sort.published')}</Table.Th>
              <Table.Th w={60} ta="right">
                {t('library:column.views')}
              </Table.Th>
              <Table.Th w={70} ta="right">
                {t('library:column.characters')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ item, index }) => (
              <ImportReviewRow
                key={index}
                item={item}
                related={choice.get(index)}
                onToggle={() => toggle(index)}
                onRelated={(related) => onChoice(new Map(choice).set(index, related))}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button disabled={articles === 0} onClick={onCommit} data-autofocus>
          {articles === 0 ? t('importing:nothing') : t('importing:commit', { count: articles })}
        </Button>
      </Group>
    </Stack>
  )
}

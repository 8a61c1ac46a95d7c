import { Anchor, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RelatedEntry } from '#shared/contract/importing.ts'
import { useFormat } from '../../i18n/use-format.ts'

interface RelatedEntriesProps {
  entries: RelatedEntry[]
  chosen: ReadonlySet<number>
  onChange: (chosen: ReadonlySet<number>) => void
}

/** What stood in 相关文章 and 最新帖子 on a saved page, to be taken along as drafts. */
export function RelatedEntries({ entries, chosen, onChange }: RelatedEntriesProps) {
  const { t } = useTranslation(['importing', 'common'])
  const format = useFormat()
  const rows = entries.map((entry, index) => ({ entry, index }))
  const free = entries.flatMap((entry, index) => (entry.exists ? [] : [index]))
  const toggle = (index: number) => {
    const next = new Set(chosen)
    if (!next.delete(index)) next.add(index)
    onChange(next)
  }
  return (
    <Stack gap={6} role="group" aria-label={t('importing:related')}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t('importing:related')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('importing:relatedHint')}
        </Text>
        <Anchor component="button" type="button" size="xs" onClick={() => onChange(new Set(free))}>
          {t('importing:relatedAll')}
        </Anchor>
        <Anchor component="button" type="button" size="xs" onClick={() => onChange(new Set())}>
          {t('importing:relatedNone')}
        </Anchor>
      </Group>
      {rows.map(({ entry, index }) => (
        <Group key={index} gap="sm" wrap="nowrap" justify="space-between">
          <Checkbox
            label={entry.title}
            disabled={entry.exists}
            checked={chosen.has(index)}
            onChange={() => toggle(index)}
          />
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {[
              entry.exists && t('importing:relatedExists'),
              entry.category,
              entry.publishTime !== null && format.dateTime(entry.publishTime),
              t('common:views', { count: entry.views }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
      ))}
    </Stack>
  )
}

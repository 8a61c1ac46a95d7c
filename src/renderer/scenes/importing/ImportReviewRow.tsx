import { Badge, Button, Checkbox, Collapse, Group, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportItem } from '#shared/contract/importing.ts'
import { textOr } from '../../i18n/text-or.ts'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './Importing.module.css'
import { RelatedEntries } from './RelatedEntries.tsx'

interface ImportReviewRowProps {
  item: ImportItem
  /** The related entries chosen with it; undefined when the item itself is left out. */
  related: ReadonlySet<number> | undefined
  onToggle: () => void
  onRelated: (related: ReadonlySet<number>) => void
}

export function ImportReviewRow({ item, related, onToggle, onRelated }: ImportReviewRowProps) {
  const { t } = useTranslation(['importing', 'common'])
  const format = useFormat()
  const [opened, { toggle }] = useDisclosure(item.related.length > 0 && item.related.length <= 12)
  const title = item.title || t('importing:untitledFile')
  const Chevron = opened ? IconChevronDown : IconChevronRight
  if (item.failure) {
    return (
      <Table.Tr>
        <Table.Td>
          <IconAlertTriangle size={16} color="var(--mantine-color-error)" aria-hidden />
        </Table.Td>
        <Table.Td colSpan={6}>
          <Text size="sm" fw={600}>
            {item.fileName}
          </Text>
          <Text size="sm" c="var(--mantine-color-error)">
            {t(`importing:failure.${item.failure}`)}
          </Text>
        </Table.Td>
      </Table.Tr>
    )
  }
  return (
    <>
      <Table.Tr data-off={related === undefined || undefined} className={classes.item}>
        <Table.Td>
          <Checkbox
            aria-label={t('importing:include', { title })}
            checked={related !== undefined}
            onChange={onToggle}
          />
        </Table.Td>
        <Table.Td>
          <Text size="sm" fw={600} lineClamp={2} title={title} className={classes.title}>
            {title}
          </Text>
          <Group gap={8} fz={12} c="dimmed">
            <span className={classes.file} title={item.fileName}>
              {item.fileName}
            </span>
            {item.format && <span>{t(`importing:format.${item.format}`)}</span>}
            {item.encoding && <span>{item.encoding.toUpperCase()}</span>}
            {item.headings.length > 0 && (
              <span title={item.headings.join('\n')}>
                {t('importing:headings', { count: item.headings.length })}
              </span>
            )}
          </Group>
          <Group gap={6} mt={2}>
            {item.exists && (
              <Badge size="sm" color="orange" variant="light" tt="none">
                {t('importing:exists')}
              </Badge>
            )}
            {item.warnings.map(({ reason, count }) => (
              <Badge key={reason} size="sm" variant="default" tt="none" fw={400}>
                {textOr('importing:warning', reason, { count })}
              </Badge>
            ))}
            {item.related.length > 0 && related !== undefined && (
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<Chevron size={13} aria-hidden />}
                aria-expanded={opened}
                onClick={toggle}
              >
                {t('importing:relatedButton', { chosen: related.size, total: item.related.length })}
              </Button>
            )}
          </Group>
        </Table.Td>
        <Table.Td>{item.category || t('common:noCategory')}</Table.Td>
        <Table.Td>{item.byline}</Table.Td>
        <Table.Td>{item.publishTime === null ? '' : format.dateTime(item.publishTime)}</Table.Td>
        <Table.Td ta="right">{format.number(item.views)}</Table.Td>
        <Table.Td ta="right">{format.number(item.characters)}</Table.Td>
      </Table.Tr>
      {item.related.length > 0 && related !== undefined && opened && (
        <Table.Tr>
          <Table.Td />
          <Table.Td colSpan={6}>
            <Collapse expanded>
              <RelatedEntries entries={item.related} chosen={related} onChange={onRelated} />
            </Collapse>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { IconTrash, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListedMedia } from '#shared/contract/media.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from './Media.module.css'
import type { MediaSelection } from './use-media-selection.ts'

interface Props {
  selection: MediaSelection
  onDelete: (media: ListedMedia[]) => void
}

/** What can be done to the chosen pictures; in the place of the toolbar. */
export function MediaBulkBar({ selection, onDelete }: Props) {
  const { t } = useTranslation(['media', 'library'])
  const format = useFormat()
  const chosen = [...selection.chosen.values()]
  const unused = chosen.filter(({ uses }) => uses === 0)
  return (
    <Group className={classes.toolbar} gap="xs" wrap="nowrap" role="toolbar">
      <IconButton label={t('library:clearSelection')} icon={IconX} onClick={selection.clear} />
      <Text size="sm" fw={600} role="status">
        {t('media:selected', { count: chosen.length, formatted: format.number(chosen.length) })}
      </Text>
      {unused.length < chosen.length && unused.length > 0 && (
        <Button variant="default" onClick={() => selection.replace(unused)}>
          {t('media:selectUnused')}
        </Button>
      )}
      <Button
        ml="auto"
        variant="light"
        color="red"
        disabled={unused.length === 0}
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() => onDelete(chosen)}
      >
        {t('media:delete')}
      </Button>
    </Group>
  )
}

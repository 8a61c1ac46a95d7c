import { Button, FileButton, Group, Select, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconCopyCheck, IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MediaFilter, MediaSort } from '#shared/contract/media.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import classes from './Media.module.css'
import { changeMediaFilter, updateMediaView, useMediaView } from './media-view.ts'

const kinds = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  animated: 'animated',
} as const
const onlys = ['unused', 'missingAlt', 'heavy'] as const

interface Props {
  count: number | null
  onUpload: (files: File[]) => void
  onDuplicates: () => void
  focusGrid: () => void
}

export function MediaToolbar({ count, onUpload, onDuplicates, focusGrid }: Props) {
  const { t } = useTranslation('media')
  const format = useFormat()
  const view = useMediaView()
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([
    ['/', () => field.current?.focus()],
    ['mod+F', () => field.current?.focus()],
  ])
  return (
    <Group className={classes.toolbar} gap="xs" wrap="nowrap">
      <SearchField
        ref={field}
        className={classes.search}
        placeholder={t('search')}
        aria-label={t('search')}
        value={view.text}
        onChange={(text) => updateMediaView({ text })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && view.text) updateMediaView({ text: '' })
          else if (event.key === 'ArrowDown' || event.key === 'Enter') focusGrid()
          else return
          event.preventDefault()
        }}
      />
      <Select
        w={124}
        className={classes.choice}
        aria-label={t('only.label')}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('only.all') },
          ...onlys.map((value) => ({ value, label: t(`only.${value}`) })),
        ]}
        value={view.filter.only ?? 'all'}
        onChange={(value) => changeMediaFilter({ only: MediaFilter.shape.only.safeParse(value).data })}
      />
      <Select
        w={112}
        className={classes.choice}
        aria-label={t('kind.label')}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('kind.all') },
          ...Object.entries(kinds).map(([value, name]) => ({ value, label: t(`kind.${name}`) })),
        ]}
        value={view.filter.kind ?? 'all'}
        onChange={(value) => changeMediaFilter({ kind: MediaFilter.shape.kind.safeParse(value).data })}
      />
      <Text size="xs" c="dimmed" className={classes.count} role="status">
        {count === null ? '' : t('total', { count, formatted: format.number(count) })}
      </Text>
      <Group gap={6} ml="auto" wrap="nowrap">
        <Select
          w={116}
          className={`${classes.choice} ${classes.sort}`}
          aria-label={t('sort.label')}
          allowDeselect={false}
          data={MediaSort.options.map((value) => ({ value, label: t(`sort.${value}`) }))}
          value={view.sort}
          onChange={(value) => {
            const sort = MediaSort.safeParse(value)
            if (sort.success) updateMediaView({ sort: sort.data })
          }}
        />
        <Button
          variant="default"
          className={classes.choice}
          aria-label={t('duplicates.button')}
          title={t('duplicates.button')}
          onClick={onDuplicates}
        >
          <IconCopyCheck size={15} aria-hidden />
          <span className={classes.buttonText}>&nbsp;{t('duplicates.button')}</span>
        </Button>
        <FileButton onChange={onUpload} accept="image/*" multiple>
          {(button) => (
            <Button {...button} className={classes.choice} aria-label={t('upload')} title={t('upload')}>
              <IconUpload size={15} aria-hidden />
              <span className={classes.buttonText}>&nbsp;{t('upload')}</span>
            </Button>
          )}
        </FileButton>
      </Group>
    </Group>
  )
}

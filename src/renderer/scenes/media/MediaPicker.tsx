import { Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core'
import { IconPhoto, IconPhotoOff, IconUpload } from '@tabler/icons-react'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Media } from '#shared/contract/media.ts'
import { client } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useFollowedRow } from '../../ui/use-followed-row.ts'
import classes from './Media.module.css'
import { MediaGrid } from './MediaGrid.tsx'
import { wholeLibrary } from './media-view.ts'
import { useMediaRows } from './use-media-rows.ts'

interface Props {
  title: string
  onPick: (media: Media) => void
  onClose: () => void
}

/** The library's pictures to choose one from, or a new one. */
export function MediaPicker({ title, onPick, onClose }: Props) {
  const { t } = useTranslation('media')
  const format = useFormat()
  const [text, setText] = useState('')
  const [active, setActive] = useState(-1)
  const [uploading, setUploading] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const rows = useMediaRows({ ...wholeLibrary, text: useDeferredValue(text) })
  useFollowedRow((index) => rows.at(index)?.id, active, setActive)

  const upload = async (file: File | null) => {
    if (!file) return
    setUploading(true)
    try {
      onPick(await client.media.upload({ file }))
    } catch (failure) {
      reportError(failure)
    } finally {
      setUploading(false)
    }
  }

  return (
    <Dialog onClose={onClose} title={title} size={860}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <SearchField
            w={300}
            data-autofocus
            placeholder={t('search')}
            aria-label={t('search')}
            value={text}
            onChange={(value) => {
              setText(value)
              setActive(-1)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
              event.preventDefault()
              setActive((before) => Math.max(0, before))
              grid.current?.focus()
            }}
          />
          <Text size="xs" c="dimmed" role="status">
            {!rows.pending && t('total', { count: rows.count, formatted: format.number(rows.count) })}
          </Text>
          <FileButton onChange={(file) => void upload(file)} accept="image/*">
            {(button) => (
              <Button {...button} loading={uploading} leftSection={<IconUpload size={15} aria-hidden />}>
                {t('upload')}
              </Button>
            )}
          </FileButton>
        </Group>
        {rows.error && <ErrorAlert error={rows.error} onRetry={rows.retry} />}
        <div className={classes.picker}>
          {rows.pending ? (
            <Loader size="sm" m="auto" />
          ) : rows.count === 0 ? (
            <EmptyState
              icon={text.trim() ? IconPhotoOff : IconPhoto}
              title={t(text.trim() ? 'noResult' : 'empty')}
            />
          ) : (
            <MediaGrid
              key={text}
              ref={grid}
              rows={rows}
              active={active}
              onActive={setActive}
              onOpen={onPick}
              onPick={onPick}
            />
          )}
        </div>
      </Stack>
    </Dialog>
  )
}

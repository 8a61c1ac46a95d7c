import { Button, FileButton, Group, Loader, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPhoto, IconUpload } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Media } from '#shared/contract/media.ts'
import { client, orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from './ArticleEditor.module.css'
import { useMediaUrl } from './use-media-url.ts'

const step = 60

/** The library's images, or a new one. */
export function MediaPicker({ onPick, onClose }: { onPick: (media: Media) => void; onClose: () => void }) {
  const { t } = useTranslation('editor')
  const mediaUrl = useMediaUrl()
  const queryClient = useQueryClient()
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query, 150)
  const [limit, setLimit] = useState(step)
  const [uploading, setUploading] = useState(false)
  const { data, error, refetch } = useQuery(
    orpc.media.list.queryOptions({ input: { query: settled, limit }, placeholderData: keepPreviousData }),
  )

  const upload = async (file: File | null) => {
    if (!file) return
    setUploading(true)
    try {
      const media = await client.media.upload({ file })
      void queryClient.invalidateQueries({ queryKey: orpc.media.key() })
      onPick(media)
    } catch (failure) {
      reportError(failure)
    } finally {
      setUploading(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('media.title')} size={760}>
      <Stack>
        <Group justify="space-between">
          <TextInput
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            placeholder={t('media.search')}
            aria-label={t('media.search')}
            w={260}
            data-autofocus
          />
          <FileButton onChange={(file) => void upload(file)} accept="image/*">
            {(props) => (
              <Button {...props} loading={uploading} leftSection={<IconUpload size={15} aria-hidden />}>
                {t('media.upload')}
              </Button>
            )}
          </FileButton>
        </Group>
        {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loader size="sm" m="xl" />}
        {data?.total === 0 && (
          <EmptyState icon={IconPhoto} title={t('media.empty')} hint={t('media.emptyHint')} />
        )}
        {data && data.total > 0 && (
          <>
            <div className={classes.mediaGrid}>
              {data.items.map((media) => (
                <button key={media.id} type="button" title={media.fileName} onClick={() => onPick(media)}>
                  <img src={mediaUrl(media.id)} alt={media.fileName} loading="lazy" decoding="async" />
                </button>
              ))}
            </div>
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {t('media.count', { count: data.total })}
              </Text>
              {data.total > data.items.length && limit < 500 && (
                <Button variant="subtle" onClick={() => setLimit(Math.min(500, limit + step))}>
                  {t('media.more')}
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}

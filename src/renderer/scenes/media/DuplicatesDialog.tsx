import { Button, Center, Group, Loader, Radio, Stack, Text } from '@mantine/core'
import { IconCopyCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMedia } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { useThumbnailUrl } from '../../api/use-media-url.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from './Media.module.css'
import { useMediaActions } from './use-media-actions.tsx'

/** Pictures that look the same, to be made one. */
export function DuplicatesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('media')
  const groups = useQuery({ ...orpc.media.duplicates.queryOptions(), staleTime: 0, gcTime: 0 })
  return (
    <Dialog onClose={onClose} title={t('duplicates.title')} size={880}>
      {groups.error && <ErrorAlert error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && (
        <Center h={160}>
          <Loader size="sm" />
        </Center>
      )}
      {groups.data?.length === 0 && (
        <EmptyState icon={IconCopyCheck} title={t('duplicates.none')} hint={t('duplicates.noneHint')} />
      )}
      {groups.data !== undefined && groups.data.length > 0 && (
        <Stack>
          <Text size="sm" c="dimmed">
            {t('duplicates.hint')}
          </Text>
          {groups.data.map((group) => (
            <DuplicateGroup key={group.map(({ id }) => id).join()} group={group} />
          ))}
        </Stack>
      )}
    </Dialog>
  )
}

function DuplicateGroup({ group }: { group: ListedMedia[] }) {
  const { t } = useTranslation('media')
  const format = useFormat()
  const thumbnailUrl = useThumbnailUrl()
  const actions = useMediaActions()
  const [kept, setKept] = useState<MediaId | undefined>(group[0]?.id)
  const [state, setState] = useState<'open' | 'merging' | 'merged'>('open')

  const merge = async () => {
    if (kept === undefined) return
    setState('merging')
    try {
      const others = group.filter(({ id }) => id !== kept)
      for (const { id, uses } of others) if (uses > 0) await actions.replace({ from: id, to: kept })
      // Those that an article showed stay in the version that was kept of it, and so does the way back.
      const unused = others.filter(({ uses }) => uses === 0).map(({ id }) => id)
      if (unused.length > 0) await actions.deleteNow(unused)
      setState('merged')
    } catch (error) {
      setState('open')
      reportError(error)
    }
  }

  return (
    <Stack className={classes.duplicateGroup} gap="sm">
      <div className={classes.duplicateList} role="radiogroup" aria-label={t('duplicates.title')}>
        {group.map((media) => (
          <label key={media.id} htmlFor={`keep-${media.id}`} className={classes.duplicate}>
            <img src={thumbnailUrl(media)} alt="" />
            <Group className={classes.duplicateFacts} gap="xs" wrap="nowrap" align="flex-start">
              <Radio
                size="xs"
                mt={2}
                id={`keep-${media.id}`}
                name={group[0]?.id ?? ''}
                aria-label={t('duplicates.keep', { name: media.fileName })}
                checked={media.id === kept}
                disabled={state !== 'open'}
                onChange={() => setKept(media.id)}
              />
              <div className={classes.duplicateText}>
                <Text size="sm" truncate>
                  {media.fileName}
                </Text>
                <Text size="xs" c="dimmed">
                  {t('editor.resultSize', { width: media.width, height: media.height })} ·{' '}
                  {format.bytes(media.bytes)}
                </Text>
                <Text size="xs" c="dimmed">
                  {media.uses === 0 ? t('unused') : t('uses', { count: media.uses })}
                </Text>
              </div>
            </Group>
          </label>
        ))}
      </div>
      <Group justify="flex-end">
        <Button loading={state === 'merging'} disabled={state === 'merged'} onClick={() => void merge()}>
          {t(state === 'merged' ? 'duplicates.merged' : 'duplicates.merge')}
        </Button>
      </Group>
    </Stack>
  )
}

import { Button, Center, Group, Loader, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { IconCrop, IconReplace, IconTrash, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MediaId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { useMediaUrl } from '../../api/use-media-url.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { tooltip } from '../../ui/tooltip.ts'
import { EditPictureDialog } from './EditPictureDialog.tsx'
import classes from './Media.module.css'
import { MediaFacts } from './MediaFacts.tsx'
import { MediaPicker } from './MediaPicker.tsx'
import { MediaUsageList } from './MediaUsageList.tsx'
import { MediaWords } from './MediaWords.tsx'
import { shownIn, useMediaActions } from './use-media-actions.tsx'

interface Props {
  id: MediaId
  /** Another picture is to be shown. */
  onShow: (id: MediaId) => void
  onEdited: (id: MediaId) => void
  onClose: () => void
  ref?: Ref<HTMLElement>
}

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const

export function MediaDetail({ id, onShow, onEdited, onClose, ref }: Props) {
  const { t } = useTranslation(['media', 'common'])
  const mediaUrl = useMediaUrl()
  const { data: media, error, refetch } = useQuery(orpc.media.get.queryOptions({ input: { id } }))
  const { data: usage } = useQuery(orpc.media.usage.queryOptions({ input: { id } }))
  const actions = useMediaActions()
  // Deleted, here or in another window.
  const isGone = error instanceof ORPCError && error.code === 'NOT_FOUND'
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (isGone) close.current()
  }, [isGone])
  const [open, setOpen] = useState<'edit' | 'replace' | null>(null)
  const editable = media !== undefined && !media.animated && media.mime !== 'image/svg+xml'
  const used = usage !== undefined && (usage.articles.length > 0 || usage.versions > 0 || usage.inTemplates)
  return (
    <aside
      ref={ref}
      className={classes.detail}
      aria-label={t('media:details')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing && open === null) onClose()
      }}
    >
      <div className={classes.detailPicture}>
        {media && mediaUrl && <img src={mediaUrl(id)} alt={media.alt || media.fileName} decoding="async" />}
        <IconButton
          pos="absolute"
          top={8}
          right={8}
          variant="default"
          label={t('media:closeDetails')}
          icon={IconX}
          iconSize={15}
          onClick={onClose}
        />
      </div>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!media && !error && (
        <Center p="xl">
          <Loader size="sm" />
        </Center>
      )}
      {media && (
        <Stack className={classes.detailBody} gap="md">
          <Group gap={6}>
            <Button
              {...tooltip(editable ? undefined : t('media:notEditable'))}
              variant="default"
              leftSection={<IconCrop {...icon} />}
              data-disabled={!editable || undefined}
              aria-disabled={!editable}
              onClick={() => editable && setOpen('edit')}
            >
              {t('media:edit')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconReplace {...icon} />}
              disabled={shownIn(usage) === 0}
              onClick={() => setOpen('replace')}
            >
              {t('media:replace')}
            </Button>
            <IconButton
              size={30}
              variant="default"
              label={
                used
                  ? t('common:labelled', { label: t('media:delete'), text: t('media:keptBecause') })
                  : t('media:delete')
              }
              icon={IconTrash}
              aria-disabled={used}
              data-disabled={used || undefined}
              onClick={() => !used && actions.confirmDelete([id], onClose)}
            />
          </Group>
          <MediaWords media={media} />
          <section>
            <Title order={2} fz={13} mb={4}>
              {t('media:usage')}
            </Title>
            <MediaUsageList usage={usage} />
          </section>
          <MediaFacts media={media} />
          {media.derivedFrom && (
            <Text size="xs" c="dimmed">
              {t('media:facts.origin')} <Origin id={media.derivedFrom} onShow={onShow} />
            </Text>
          )}
        </Stack>
      )}
      {open === 'edit' && media && (
        <EditPictureDialog
          media={media}
          onClose={() => setOpen(null)}
          onSaved={(made) => {
            setOpen(null)
            if (made.id !== id) onEdited(made.id)
          }}
        />
      )}
      {open === 'replace' && (
        <MediaPicker
          title={t('media:replacing.pick')}
          onClose={() => setOpen(null)}
          onPick={(other) => {
            setOpen(null)
            if (other.id !== id) actions.confirmReplace({ from: id, to: other.id }, shownIn(usage))
          }}
        />
      )}
    </aside>
  )
}

function Origin({ id, onShow }: { id: MediaId; onShow: (id: MediaId) => void }) {
  const { data } = useQuery(orpc.media.get.queryOptions({ input: { id } }))
  return (
    <UnstyledButton fz="xs" td="underline" onClick={() => onShow(id)}>
      {data?.fileName ?? '…'}
    </UnstyledButton>
  )
}

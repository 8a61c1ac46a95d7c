import { Checkbox, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconMovie, IconWeight } from '@tabler/icons-react'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMedia } from '#shared/contract/media.ts'
import { useThumbnailUrl } from '../../api/use-media-url.ts'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './Media.module.css'

interface MediaTileProps {
  id: string
  column: number
  media: ListedMedia | undefined
  index: number
  active: boolean
  /** Null where pictures are not selected. */
  selected: boolean | null
  /** Bytes that a picture may have on a phone. */
  budget: number
  onClick: (event: MouseEvent, media: ListedMedia, index: number) => void
  onOpen: (media: ListedMedia) => void
  onToggle: (media: ListedMedia, index: number) => void
}

export const MediaTile = memo(function MediaTile(props: MediaTileProps) {
  const { id, column, media, index, active, selected, budget, onClick, onOpen, onToggle } = props
  const { t } = useTranslation('media')
  const format = useFormat()
  const thumbnailUrl = useThumbnailUrl()
  if (!media)
    return (
      <div className={classes.tile} role="gridcell" aria-colindex={column} aria-busy>
        <Skeleton className={classes.picture} />
      </div>
    )
  const heavy = media.phoneBytes > budget
  const tooHeavy = t('heavy', { size: format.bytes(media.phoneBytes) })
  const uses = media.uses === 0 ? t('unused') : t('uses', { count: media.uses })
  return (
    <div
      id={id}
      className={classes.tile}
      role="gridcell"
      aria-colindex={column}
      aria-selected={selected ?? active}
      data-active={active || undefined}
      data-selected={selected || undefined}
      onClick={(event) => onClick(event, media, index)}
      onDoubleClick={() => onOpen(media)}
    >
      <div className={classes.picture}>
        <img src={thumbnailUrl(media)} alt="" loading="lazy" decoding="async" draggable={false} />
        <span className={classes.marks}>
          {heavy && (
            <span className={classes.mark} data-warning title={tooHeavy}>
              <IconWeight size={12} aria-hidden />
              <span aria-hidden>{format.bytes(media.phoneBytes)}</span>
              <VisuallyHidden>{tooHeavy}</VisuallyHidden>
            </span>
          )}
          {media.alt === '' && (
            <span className={classes.mark} title={t('missingAlt')}>
              <span aria-hidden>ALT</span>
              <VisuallyHidden>{t('missingAlt')}</VisuallyHidden>
            </span>
          )}
          {media.animated && (
            <span className={classes.mark} title={t('moving')}>
              <IconMovie size={12} aria-hidden />
              <VisuallyHidden>{t('moving')}</VisuallyHidden>
            </span>
          )}
        </span>
      </div>
      {selected !== null && (
        <Checkbox
          className={classes.check}
          tabIndex={-1}
          aria-label={t('select', { name: media.fileName })}
          checked={selected}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onToggle(media, index)}
        />
      )}
      <div className={classes.caption}>
        <span className={classes.name} title={media.fileName}>
          {media.fileName}
        </span>
        <span className={classes.uses} data-unused={media.uses === 0 || undefined}>
          {uses}
        </span>
      </div>
    </div>
  )
})

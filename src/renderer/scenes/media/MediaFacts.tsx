import { useTranslation } from 'react-i18next'
import type { Media } from '#shared/contract/media.ts'
import { useMediaBudget } from '../../api/use-media-budget.ts'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './Media.module.css'

const kindNames: Record<Media['mime'], string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/svg+xml': 'SVG',
}

export function MediaFacts({ media }: { media: Media }) {
  const { t } = useTranslation('media')
  const format = useFormat()
  const { pictureBudget } = useMediaBudget()
  const heavy = media.phoneBytes > pictureBudget
  const phone = format.bytes(media.phoneBytes)
  return (
    <dl className={classes.facts}>
      <dt>{t('facts.size')}</dt>
      <dd>{t('pixels', { width: media.width, height: media.height })}</dd>
      <dt>{t('facts.kind')}</dt>
      <dd>
        {kindNames[media.mime]}
        {media.animated && ` · ${t('moving')}`}
      </dd>
      <dt>{t('facts.bytes')}</dt>
      <dd>{format.bytes(media.bytes)}</dd>
      <dt>{t('facts.phone')}</dt>
      <dd data-warning={heavy || undefined}>{heavy ? t('heavy', { size: phone }) : phone}</dd>
      <dt>{t('facts.created')}</dt>
      <dd>{format.dateTime(media.createdAt)}</dd>
    </dl>
  )
}

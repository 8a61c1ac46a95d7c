import { useTranslation } from 'react-i18next'
import type { FieldChange } from '#shared/compare/compare-contents.ts'
import type { CategoryId } from '#shared/model/ids.ts'
import { toSiteTime } from '../site-time.ts'
import { useCategoryName } from '../use-category-name.ts'
import { useMediaUrl } from '../use-media-url.ts'
import { useSiteZone } from '../use-site-zone.ts'
import { Pieces, type Shown } from './ComparedBlock.tsx'
import classes from './Comparison.module.css'

/** A value of a field in words. */
export function useFieldText(): (name: string, value: unknown) => string {
  const { t } = useTranslation('compare')
  const categoryName = useCategoryName()
  const zone = useSiteZone()
  return (name, value) => {
    if (name === 'categoryId') return categoryName(value as CategoryId | null)
    if (name === 'publishTime') return value === null ? t('atPublication') : toSiteTime(Number(value), zone)
    if (Array.isArray(value)) return value.join(' · ')
    return value === null || value === '' ? t('nothing') : String(value)
  }
}

/** What became of one field. */
export function ComparedField({ change, shown }: { change: FieldChange; shown: Shown }) {
  const fieldText = useFieldText()
  const mediaUrl = useMediaUrl()
  const { name, pieces, before, after } = change
  if (pieces)
    return (
      <p>
        <Pieces pieces={pieces} shown={shown} />
      </p>
    )
  const said = (value: unknown) =>
    name === 'cover' && typeof value === 'string' ? (
      <img className={classes.cover} src={mediaUrl(value)} alt="" />
    ) : (
      fieldText(name, value)
    )
  return (
    <p>
      {shown !== 'after' && <del>{said(before)}</del>}
      {shown === 'both' && ' '}
      {shown !== 'before' && <ins>{said(after)}</ins>}
    </p>
  )
}

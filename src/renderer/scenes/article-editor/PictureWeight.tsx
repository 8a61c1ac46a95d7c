import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MediaId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { useMediaBudget } from '../../api/use-media-budget.ts'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './ArticleEditor.module.css'
import type { Draft } from './draft/draft.ts'
import { useDraftState } from './draft/use-draft.ts'

/** What a phone loads of the article's pictures, the cover too, marked where it is too much. */
export function PictureWeight({ draft, pictures }: { draft: Draft; pictures: readonly string[] }) {
  const { t } = useTranslation('media')
  const format = useFormat()
  const { articleBudget } = useMediaBudget()
  const cover = useDraftState(draft, (state) => state.fields.cover)
  const ids = [...new Set([...pictures, ...(cover ? [cover] : [])])]
    .sort()
    .flatMap((id) => MediaId.safeParse(id).data ?? [])
  const { data } = useQuery(
    orpc.media.weigh.queryOptions({
      input: { ids },
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
      gcTime: 60_000,
    }),
  )
  if (ids.length === 0 || !data) return null
  const size = format.bytes(data.bytes)
  if (data.bytes <= articleBudget) return <span>{t('weight', { size })}</span>
  return (
    <span className={classes.overBudget}>
      {t('weightOver', { size, budget: format.bytes(articleBudget) })}
    </span>
  )
}

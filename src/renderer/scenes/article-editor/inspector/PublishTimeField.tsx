import { NumberInput } from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import { fromSiteTime, toSiteTime } from '../site-time.ts'
import { useSiteZone } from '../use-site-zone.ts'

export function PublishTimeField({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['editor', 'common'])
  const zone = useSiteZone()
  const publishTime = useDraftState(draft, (state) => state.fields.publishTime)
  return (
    <DateTimePicker
      size="xs"
      label={t('inspector.publishTime')}
      description={t('inspector.zone', { zone })}
      placeholder={t('inspector.publishTimeEmpty')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withSeconds
      clearable
      clearButtonProps={{ 'aria-label': t('common:clear') }}
      valueFormat="YYYY-MM-DD HH:mm:ss"
      value={publishTime === null ? null : toSiteTime(publishTime, zone)}
      onChange={(text) => draft.change({ publishTime: text === null ? null : fromSiteTime(text, zone) })}
    />
  )
}

export function StartingViewsField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const startingViews = useDraftState(draft, (state) => state.fields.startingViews)
  return (
    <NumberInput
      label={t('inspector.startingViews')}
      description={t('inspector.startingViewsHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={startingViews}
      onChange={(value) => draft.change({ startingViews: Math.max(0, Math.trunc(Number(value) || 0)) })}
      min={0}
      max={1_000_000_000}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator
    />
  )
}

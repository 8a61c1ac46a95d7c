import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Totals } from '#shared/contract/analytics.ts'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './AnalyticsScene.module.css'
import { useReadTime } from './use-read-time.ts'

export function TotalsPanel({ totals, previous }: { totals: Totals; previous: Totals }) {
  const { t } = useTranslation('analytics')
  const format = useFormat()
  const readTime = useReadTime()
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return (
    <dl className={`${classes.panel} ${classes.totals}`} style={{ margin: 0 }}>
      <Total label={t('views')} value={format.number(totals.views)}>
        <Change now={totals.views} before={previous.views} />
      </Total>
      <Total label={t('visitors')} value={format.number(totals.visitors)} hint={t('visitorsHint')}>
        <Change now={totals.visitors} before={previous.visitors} />
      </Total>
      <Total label={t('readDepth')} value={totals.readDepth === null ? '–' : percent(totals.readDepth)}>
        {totals.readDepth === null ? (
          t('noBeacons')
        ) : (
          <Change now={totals.readDepth} before={previous.readDepth} />
        )}
      </Total>
      <Total label={t('readTime')} value={totals.readSeconds === null ? '–' : readTime(totals.readSeconds)}>
        {totals.readSeconds === null ? (
          t('noBeacons')
        ) : (
          <Change now={totals.readSeconds} before={previous.readSeconds} />
        )}
      </Total>
    </dl>
  )
}

function Total(props: { label: string; value: string; hint?: string; children: React.ReactNode }) {
  return (
    <div className={classes.total} title={props.hint}>
      <Text component="dt" size="xs" c="dimmed">
        {props.label}
      </Text>
      <dd className={classes.figure} style={{ margin: 0 }}>
        {props.value}
      </dd>
      <Text component="dd" size="xs" c="dimmed" m={0}>
        {props.children}
      </Text>
    </div>
  )
}

function Change({ now, before }: { now: number; before: number | null }) {
  const { t } = useTranslation('analytics')
  if (!before) return t('fresh')
  const change = Math.round(((now - before) / before) * 100)
  if (change === 0) return `${t('unchanged')} · ${t('versus')}`
  return (
    <>
      <Text span fw={600} c={change > 0 ? 'var(--galley-up)' : 'var(--galley-down)'}>
        {change > 0 ? '↑' : '↓'} {Math.abs(change)}%
      </Text>{' '}
      {t('versus')}
    </>
  )
}

import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AnalyticsScene.module.css'
import { HourStrip } from './HourStrip.tsx'
import type { Overview } from './overview.ts'
import { RankedList } from './RankedList.tsx'
import { TopArticles } from './TopArticles.tsx'
import { TotalsPanel } from './TotalsPanel.tsx'

/** The chart library is large; the rest of the desk opens without it. */
const ViewsChart = lazy(() => import('./ViewsChart.tsx').then((module) => ({ default: module.ViewsChart })))

interface DashboardProps {
  overview: Overview
  granularity: 'day' | 'hour'
  zone: string
}

export function Dashboard({ overview, granularity, zone }: DashboardProps) {
  const { t } = useTranslation('analytics')
  const { totals, previous, series, topArticles, categories, bylines, referrers, hours } = overview
  return (
    <div className={classes.body}>
      <TotalsPanel totals={totals} previous={previous} />
      <section className={classes.panel} aria-label={t('overTime')}>
        <h2>{t('overTime')}</h2>
        <Suspense fallback={<Skeleton height={220} />}>
          <ViewsChart series={series} granularity={granularity} zone={zone} />
        </Suspense>
      </section>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <section className={classes.panel} aria-label={t('topArticles')}>
            <h2>{t('topArticles')}</h2>
            <TopArticles articles={topArticles} />
          </section>
          <section className={classes.panel} aria-label={t('hours')}>
            <h2>{t('hours')}</h2>
            <HourStrip hours={hours} />
          </section>
        </div>
        <div className={classes.stack}>
          <RankedList
            title={t('byCategory')}
            items={categories.map(({ id, name, views }) => ({
              key: String(id),
              name: name || t('noCategory', { ns: 'common' }),
              views,
            }))}
          />
          <RankedList
            title={t('referrers')}
            items={referrers.map(({ name, views }) => ({ key: name, name: name || t('direct'), views }))}
          />
          <RankedList
            title={t('byByline')}
            items={bylines.map(({ name, views }) => ({ key: name, name: name || t('noByline'), views }))}
          />
        </div>
      </div>
    </div>
  )
}

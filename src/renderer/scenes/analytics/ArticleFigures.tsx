import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useSiteZone } from '../article-editor/use-site-zone.ts'
import classes from './ArticleFigures.module.css'
import { dayLabels, periodUpToToday } from './period.ts'
import { useReadTime } from './use-read-time.ts'

/** An article's own figures, small enough for the inspector. */
export function ArticleFigures({ articleId }: { articleId: ArticleId }) {
  const { t, i18n } = useTranslation('analytics')
  const format = useFormat()
  const readTime = useReadTime()
  const zone = useSiteZone()
  const period = periodUpToToday('month', zone)
  const figures = useQuery(orpc.analytics.article.queryOptions({ input: { ...period, articleId } }))
  const dayLabel = useMemo(() => dayLabels(i18n.language, zone), [i18n.language, zone])
  if (figures.isError) return <ErrorAlert error={figures.error} onRetry={() => void figures.refetch()} />
  if (!figures.data) return <Skeleton height={120} aria-label={t('loading', { ns: 'common' })} />
  const { allTimeViews, totals, series, referrers, depth } = figures.data
  const most = Math.max(1, ...series.map(({ views }) => views))
  const readers = depth.reduce((sum, count) => sum + count, 0)
  return (
    <section className={classes.figures} aria-label={t('figures.title')}>
      <dl className={classes.facts}>
        <Fact label={t('figures.allTime')} value={format.number(allTimeViews)} />
        <Fact label={t('figures.lastDays')} value={format.number(totals.views)} />
        <Fact label={t('visitors')} value={format.number(totals.visitors)} />
        {totals.readDepth !== null && (
          <Fact label={t('readDepth')} value={`${Math.round(totals.readDepth * 100)}%`} />
        )}
        {totals.readSeconds !== null && <Fact label={t('readTime')} value={readTime(totals.readSeconds)} />}
      </dl>
      {totals.views === 0 ? (
        <Text size="xs" c="dimmed">
          {t('figures.none')}
        </Text>
      ) : (
        <div
          className={classes.spark}
          role="img"
          aria-label={`${t('overTime')}: ${format.number(totals.views)}`}
        >
          {series.map(({ at, views }) => (
            <span
              key={at}
              title={`${dayLabel(at)}: ${format.number(views)}`}
              style={{ height: `${Math.max(views > 0 ? 6 : 2, (views / most) * 100)}%` }}
            />
          ))}
        </div>
      )}
      {readers > 0 && (
        <>
          <h4>{t('figures.depth')}</h4>
          <ol>
            {depth.map((count, index) => {
              const label = t('figures.depthRange', { from: index * 25, to: index * 25 + 25 })
              return (
                <li key={label}>
                  <span>{label}</span>
                  <span>{Math.round((count / readers) * 100)}%</span>
                </li>
              )
            })}
          </ol>
        </>
      )}
      {referrers.length > 0 && (
        <>
          <h4>{t('referrers')}</h4>
          <ol>
            {referrers.slice(0, 5).map(({ name, views }) => (
              <li key={name}>
                <span className={classes.host}>{name || t('direct')}</span>
                <span>{format.number(views)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { tooltip } from '../../ui/tooltip.ts'
import classes from './AnalyticsScene.module.css'

/** The hours of the day, the busier the stronger. */
export function HourStrip({ hours }: { hours: number[] }) {
  const { t } = useTranslation('analytics')
  const format = useFormat()
  const most = Math.max(1, ...hours)
  const strip = hours.map((views, hour) => ({ hour, views }))
  return (
    <ol className={classes.hours}>
      {strip.map(({ hour, views }) => {
        const label = t('hourViews', { hour, views: format.number(views) })
        const heat = { '--heat': `${Math.round((views / most) * 100)}%` } as CSSProperties
        return (
          <li key={hour}>
            <div className={classes.hour} style={heat} role="img" aria-label={label} {...tooltip(label)} />
            <div className={classes.hourLabel} aria-hidden>
              {hour % 3 === 0 ? hour : '\u00a0'}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

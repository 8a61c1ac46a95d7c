import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './AnalyticsScene.module.css'
import { ShowMore } from './ShowMore.tsx'

interface RankedListProps {
  title: string
  items: { key: string; name: string; views: number }[]
}

const atFirst = 6

/** Names with their views, the longest bar first. */
export function RankedList({ title, items }: RankedListProps) {
  const { t } = useTranslation('analytics')
  const format = useFormat()
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...items.map(({ views }) => views))
  return (
    <section className={classes.panel} aria-label={title}>
      <h2>{title}</h2>
      {items.length === 0 && <Text c="dimmed">{t('nothing')}</Text>}
      <ol className={classes.ranked}>
        {items.slice(0, all ? undefined : atFirst).map(({ key, name, views }) => (
          <li key={key} className={classes.rank}>
            <span className={classes.bar} style={{ width: `${(views / most) * 100}%` }} aria-hidden />
            <span className={classes.name} title={name}>
              {name}
            </span>
            <span>{format.number(views)}</span>
          </li>
        ))}
      </ol>
      <ShowMore count={items.length} atFirst={atFirst} all={all} onToggle={() => setAll(!all)} />
    </section>
  )
}

import { Box, Center, Group, Loader, SegmentedControl, Switch, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSame } from '#shared/compare/compare-contents.ts'
import { hasChanged } from '#shared/compare/compare-documents.ts'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import classes from './Comparison.module.css'
import { ComparisonRows } from './ComparisonRows.tsx'
import type { ComparisonMode, TakeBack } from './comparison-mode.ts'
import { useComparison } from './use-comparison.ts'

interface Props {
  before: ArticleContent
  after: ArticleContent
  beforeLabel: string
  afterLabel: string
  /** Offers to take single changes back; the later version is the one that is written. */
  takeBack?: TakeBack
}

/** Two versions of an article, drawn as it looks, with what differs marked; long equal stretches are folded. */
export function ComparisonView({ before, after, beforeLabel, afterLabel, takeBack }: Props) {
  const { t } = useTranslation('compare')
  const comparison = useComparison(before, after)
  const [mode, setMode] = useLocalStorage<ComparisonMode>({ key: 'galley.compareMode', defaultValue: 'side' })
  const [all, setAll] = useState(false)
  const [current, setCurrent] = useState(-1)
  const rows = useRef<HTMLDivElement>(null)
  if (!comparison)
    return (
      <Center mih={200}>
        <Loader size="sm" aria-label={t('comparing')} />
      </Center>
    )
  const count = comparison.fields.length + comparison.blocks.filter(hasChanged).length
  const go = (to: number) => {
    const target = rows.current?.querySelectorAll<HTMLElement>('[data-changed]')[to]
    if (!target) return
    setCurrent(to)
    target.scrollIntoView({ block: 'center' })
  }
  const step = (by: number) => count > 0 && go((Math.max(current, by < 0 ? 0 : -1) + by + count) % count)

  return (
    <div className={classes.view}>
      <Group gap="sm" className={classes.bar}>
        <SegmentedControl
          size="xs"
          value={mode}
          onChange={(value) => setMode(value === 'inline' ? 'inline' : 'side')}
          data={[
            { value: 'side', label: t('side') },
            { value: 'inline', label: t('inline') },
          ]}
          aria-label={t('layout')}
        />
        <Switch
          size="xs"
          label={t('all')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        <span className={classes.grow} />
        <Text size="xs" c="dimmed" role="status">
          {current >= 0 ? t('position', { current: current + 1, count }) : t('count', { count })}
        </Text>
        <IconButton
          label={t('previous')}
          icon={IconArrowUp}
          disabled={count === 0}
          onClick={() => step(-1)}
        />
        <IconButton label={t('next')} icon={IconArrowDown} disabled={count === 0} onClick={() => step(1)} />
      </Group>
      <Box
        ref={rows}
        className={classes.diff}
        role="table"
        aria-label={`${beforeLabel} / ${afterLabel}`}
        tabIndex={0}
        data-mode={mode}
      >
        <div className={classes.head} role="row">
          {mode === 'side' ? (
            <>
              <span role="columnheader">{beforeLabel}</span>
              <span role="columnheader">{afterLabel}</span>
            </>
          ) : (
            <span role="columnheader">{`${beforeLabel} → ${afterLabel}`}</span>
          )}
        </div>
        {isSame(comparison) ? (
          <div role="row">
            <p role="cell" className={classes.note}>
              {t('same')}
            </p>
          </div>
        ) : (
          <ComparisonRows
            comparison={comparison}
            mode={mode}
            all={all}
            current={current}
            takeBack={takeBack}
          />
        )}
      </Box>
    </div>
  )
}

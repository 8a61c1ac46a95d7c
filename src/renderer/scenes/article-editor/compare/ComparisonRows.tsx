import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentComparison } from '#shared/compare/compare-contents.ts'
import { type BlockChange, hasChanged } from '#shared/compare/compare-documents.ts'
import { ComparedBlock, type Shown } from './ComparedBlock.tsx'
import { ComparedField } from './ComparedFields.tsx'
import classes from './Comparison.module.css'
import type { ComparisonMode, TakeBack } from './comparison-mode.ts'

interface Props {
  comparison: ContentComparison
  mode: ComparisonMode
  /** Equal stretches too. */
  all: boolean
  /** The change that is looked at, counted from 0. */
  current: number
  takeBack?: TakeBack | undefined
}

type Line = { change: BlockChange; place: number } | { from: number; folded: BlockChange[] }

/** Keeps one equal block beside each change; the rest becomes a count. */
function linesOf(blocks: readonly BlockChange[], fold: boolean, first: number): Line[] {
  const lines: Line[] = []
  let place = first
  for (const [at, change] of blocks.entries()) {
    const near = [blocks[at - 1], change, blocks[at + 1]].some((other) => other && hasChanged(other))
    const last = lines.at(-1)
    if (!fold || near) lines.push({ change, place: hasChanged(change) ? place++ : -1 })
    else if (last && 'folded' in last) last.folded.push(change)
    else lines.push({ from: at, folded: [change] })
  }
  return lines
}

export function ComparisonRows({ comparison, mode, all, current, takeBack }: Props) {
  const { t } = useTranslation('compare')
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const { fields, blocks } = comparison
  return (
    <>
      {fields.map((change, place) => (
        <Row
          key={change.name}
          mode={mode}
          label={() => t(`field.${change.name}`)}
          current={place === current}
          changed
          onTakeBack={takeBack && (() => takeBack.field(change.unit))}
          draw={(shown) => <ComparedField change={change} shown={shown} />}
        />
      ))}
      {linesOf(blocks, !all, fields.length).map((line) =>
        'change' in line ? (
          <BlockRow
            key={line.change.id}
            change={line.change}
            mode={mode}
            current={line.place >= 0 && line.place === current}
            takeBack={takeBack}
          />
        ) : open.has(line.from) ? (
          line.folded.map((change) => (
            <BlockRow key={change.id} change={change} mode={mode} current={false} takeBack={undefined} />
          ))
        ) : (
          <div key={`folded-${line.from}`} role="row">
            <div role="cell" className={classes.note}>
              <button type="button" onClick={() => setOpen(new Set([...open, line.from]))}>
                {t('unchanged', { count: line.folded.length })}
              </button>
            </div>
          </div>
        ),
      )}
    </>
  )
}

const BlockRow = memo(function BlockRow({
  change,
  mode,
  current,
  takeBack,
}: {
  change: BlockChange
  mode: ComparisonMode
  current: boolean
  takeBack: TakeBack | undefined
}) {
  const { t } = useTranslation('compare')
  const changed = hasChanged(change)
  return (
    <Row
      mode={mode}
      label={(shown) => {
        if (change.kind === 'movedAway' && shown !== 'after') return t('movedAway')
        return change.kind === 'movedHere' && shown !== 'before' ? t('movedHere') : null
      }}
      current={current}
      changed={changed}
      onTakeBack={changed && takeBack ? () => takeBack.block([change.id]) : undefined}
      draw={(shown) => <ComparedBlock change={change} shown={shown} />}
    />
  )
})

interface RowProps {
  mode: ComparisonMode
  label: (shown: Shown) => string | null
  current: boolean
  changed: boolean
  onTakeBack?: (() => void) | undefined
  draw: (shown: Shown) => ReactNode
}

function Row({ mode, label, current, changed, onTakeBack, draw }: RowProps) {
  const { t } = useTranslation('compare')
  const sides: Shown[] = mode === 'side' ? ['before', 'after'] : ['both']
  return (
    <div
      className={classes.row}
      role="row"
      data-changed={changed || undefined}
      aria-current={current || undefined}
    >
      {sides.map((shown) => (
        <div key={shown} role="cell" className={`article-body ${classes.side}`}>
          {label(shown) && <small>{label(shown)}</small>}
          {draw(shown)}
          {onTakeBack && shown !== 'before' && (
            <Button
              className={classes.takeBack}
              size="compact-xs"
              variant="default"
              leftSection={<IconArrowBackUp size={13} aria-hidden />}
              onClick={onTakeBack}
            >
              {t('takeBack')}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
